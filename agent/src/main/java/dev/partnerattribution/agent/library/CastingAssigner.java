package dev.partnerattribution.agent.library;

import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.assign.TypeCasting;

/**
 * Writes an object that advice declares {@link Typing#DYNAMIC} to an argument by a cast. Byte Buddy's own would ask first whether
 * one is needed, and for that read the library's type, which is not described here.
 */
enum CastingAssigner implements Assigner {
    INSTANCE;

    @Override
    public StackManipulation assign(
            TypeDescription.Generic source, TypeDescription.Generic target, Assigner.Typing typing) {
        return typing.isDynamic() && source.represents(Object.class) && !target.isPrimitive()
                ? TypeCasting.to(target)
                : Assigner.DEFAULT.assign(source, target, typing);
    }
}
