package dev.partnerattribution.weave;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/** Gives methods of our own classes the body that they have in a woven program. */
final class MethodBodies {
    private MethodBodies() {}

    /**
     * Returns the class file with another body of the method of this name.
     *
     * @param type the class, with slashes
     */
    static byte[] replaced(String type, byte[] classFile, String method, Implementation body) {
        String name = type.replace('/', '.');
        ClassFileLocator locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(name, classFile),
                ClassFileLocator.ForClassLoader.of(MethodBodies.class.getClassLoader()));
        TypeDescription described = TypePool.Default.of(locator).describe(name).resolve();
        return new ByteBuddy()
                .with(TypeValidation.DISABLED)
                .redefine(described, locator)
                .method(ElementMatchers.named(method))
                .intercept(body)
                .make()
                .getBytes();
    }
}
