package dev.partnerattribution.testkit;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class a {@link LoopbackArm}: started before all its tests, reset before each, closed after all, nested
 * classes included. Tests that run at the same time share its state, so let them run one after another.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final ArmExtension arm = ArmExtension.create();
 *
 * @Test
 * void deploys(LoopbackArm arm) { … }
 * }</pre>
 *
 * <p>Or {@code @ExtendWith(ArmExtension.class)}, where the usual server will do.
 */
public final class ArmExtension implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

    private final LoopbackArm.Builder builder;
    private Optional<LoopbackArm> running = Optional.empty();
    private int depth;

    /** Around the usual server: for {@code @ExtendWith}, everyone else calls {@link #create()}. */
    public ArmExtension() {
        this(LoopbackArm.builder());
    }

    private ArmExtension(LoopbackArm.Builder builder) {
        this.builder = builder;
    }

    /** An extension around the usual server. */
    public static ArmExtension create() {
        return new ArmExtension();
    }

    /** An extension around a server of your own choosing. */
    public static ArmExtension create(LoopbackArm.Builder builder) {
        return new ArmExtension(builder);
    }

    /**
     * An extension for clients inside the JVM of the tests, which it prepares as {@link
     * LoopbackArm.Builder#forThisJvm()} says. This is how a partner tests his own deploy code.
     */
    public static ArmExtension forThisJvm() {
        return new ArmExtension(LoopbackArm.builder().forThisJvm());
    }

    /** The running server. Throws IllegalStateException outside of the tests of the class. */
    public LoopbackArm arm() {
        return running.orElseThrow(() -> new IllegalStateException("no test of the class runs"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (depth++ == 0) {
            running = Optional.of(builder.start());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running.orElseThrow(() -> new ExtensionConfigurationException(
                        "ArmExtension is registered in an instance field; make the field static"))
                .reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // Called also where another extension failed before this one was asked to begin.
        depth = Math.max(0, depth - 1);
        if (depth == 0) {
            // Not there when it could not be started, which JUnit has reported by now.
            running.ifPresent(LoopbackArm::close);
            running = Optional.empty();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LoopbackArm.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return arm();
    }
}
