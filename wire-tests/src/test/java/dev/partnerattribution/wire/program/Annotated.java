package dev.partnerattribution.wire.program;

import dev.partnerattribution.AttributionConfiguration;

/** Configurations as the annotation processor generates them, and some that are broken. */
public final class Annotated {
    public static final String TOKEN = "pid-5a1f0c3e-92d4-4b6a-8e37-1c9d7f20b8a4";

    /** Of another partner's program in the same JVM. */
    public static final String NEIGHBOURS_TOKEN = "pid-9be6c2d1-07f3-4a58-b1ce-6d40f8a7e235";

    private Annotated() {}

    /** Of one program. */
    public static final class One extends Configuration {
        public One() {
            super("com.example.One");
        }
    }

    /** Of another. */
    public static final class Another extends Configuration {
        public Another() {
            super("com.example.Another");
        }
    }

    /** Of another partner's. */
    public static final class Neighbour extends Configuration {
        public Neighbour() {
            super("com.example.Neighbour");
        }

        @Override
        public String trackingId() {
            return NEIGHBOURS_TOKEN;
        }
    }

    /** Can't be made. */
    public static final class Throwing extends Configuration {
        public Throwing() {
            super("com.example.Throwing");
            throw new IllegalStateException("on purpose");
        }
    }

    private abstract static class Configuration implements AttributionConfiguration {
        private final String annotatedClass;

        Configuration(String annotatedClass) {
            this.annotatedClass = annotatedClass;
        }

        @Override
        public final String annotatedClass() {
            return annotatedClass;
        }

        @Override
        public String trackingId() {
            return TOKEN;
        }

        @Override
        public final String partner() {
            return "";
        }
    }
}
