package dev.partnerattribution.wire.program;

import java.util.Arrays;
import java.util.Properties;
import java.util.Set;

/**
 * A program that replaces the system properties before it sends anything. Arguments: how, then those of {@link SmallProgram}.
 */
public final class ReplacedProperties {
    /** What the properties are replaced by. */
    public enum By {
        /** What the JVM makes for null. */
        NULL {
            @Override
            Properties properties(Properties before) {
                return null;
            }
        },
        /** Properties of the program's own, with what the JDK can't be without. */
        FEW {
            @Override
            Properties properties(Properties before) {
                Properties few = new Properties();
                before.stringPropertyNames().stream()
                        .filter(name ->
                                name.matches("(?!java[.]vm[.]).*[.](home|dir|name|version|separator|path|file)"))
                        .forEach(name -> few.setProperty(name, before.getProperty(name)));
                return few;
            }
        },
        /** An object that answers the JDK, and fails for everybody else. */
        FAILING {
            @Override
            Properties properties(Properties before) {
                return new Failing(before);
            }
        };

        abstract Properties properties(Properties before);
    }

    private ReplacedProperties() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Properties before = System.getProperties();
        System.setProperties(By.valueOf(arguments[0]).properties(before));
        SmallProgram.main(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static final class Failing extends Properties {
        private static final long serialVersionUID = 1L;

        private final Properties before;

        Failing(Properties before) {
            this.before = before;
        }

        @Override
        public Set<String> stringPropertyNames() {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public synchronized Object get(Object name) {
            return getProperty((String) name);
        }

        @Override
        public String getProperty(String name) {
            if (name.startsWith("partner.")) {
                throw new IllegalStateException("on purpose");
            }
            return before.getProperty(name);
        }

        @Override
        public String getProperty(String name, String otherwise) {
            String value = getProperty(name);
            return value == null ? otherwise : value;
        }

        @Override
        public synchronized Object setProperty(String name, String value) {
            throw new IllegalStateException("on purpose");
        }
    }
}
