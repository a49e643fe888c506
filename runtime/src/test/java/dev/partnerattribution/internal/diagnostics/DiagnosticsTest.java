package dev.partnerattribution.internal.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.internal.options.SharedProperties;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Both the stream and the properties may be the program's own. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class StderrTest {
    private static final int SECONDS = 20;

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @Test
    void a_line_is_said_once() {
        Diagnostics.once("a line");
        Diagnostics.once("a line");
        Diagnostics.once("another");

        assertThat(sandbox.said()).containsExactly("partner-attribution: a line", "partner-attribution: another");
    }

    @Test
    void what_another_class_loader_said_is_not_said_again_even_where_the_program_wraps_the_properties() {
        System.setProperty(SharedProperties.SAID, "partner-attribution: a line\n");
        System.setProperties(new Properties(System.getProperties()));

        Diagnostics.once("a line");
        Diagnostics.once("another");

        assertThat(sandbox.said()).containsExactly("partner-attribution: another");
    }

    @Test
    void properties_that_keep_nothing_make_nobody_say_it_twice() {
        System.setProperties(new Forgetful());

        Diagnostics.once("a line");
        Diagnostics.once("a line");

        assertThat(sandbox.said()).containsExactly("partner-attribution: a line");
    }

    @Test
    void nothing_of_others_steers_the_terminal() {
        Diagnostics.once("off: \u001b[2J\u202egnp.\u2028" + "x".repeat(3_000));

        assertThat(sandbox.said())
                .singleElement()
                .asString()
                .startsWith("partner-attribution: off: \\u001b[2J\\u202egnp.\\u2028xxx")
                .hasSizeLessThan(2_100);
    }

    /** As a lock of a library would be that the sending thread holds. */
    @Test
    void a_stream_that_waits_for_the_thread_which_says_something_does_not_wait_for_ever() {
        Object lock = new Object();
        System.setErr(new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(String line) {
                synchronized (lock) {
                    super.println(line);
                }
            }
        });

        synchronized (lock) {
            Diagnostics.once("a line");
        }
    }

    /** Each lets the other thread say something before it goes on, as it would if that one held what it needs. */
    @Test
    void no_lock_is_held_while_either_is_called() throws InterruptedException {
        CountDownLatch said = new CountDownLatch(2);
        System.setErr(new PrintStream(new Waiting("from the stream", said), true));
        System.setProperties(new WaitingProperties("from the properties", said));

        Diagnostics.once("a line");

        assertThat(said.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private static void sayElsewhere(String line, CountDownLatch said) {
        Thread other = new Thread(() -> {
            Diagnostics.once(line);
            said.countDown();
        });
        other.start();
        try {
            other.join(TimeUnit.SECONDS.toMillis(SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(other.isAlive()).as("waits for a lock of ours").isFalse();
    }

    /** Not a println that is a lock itself: only the first write waits, for a thread that finds its line said. */
    private static final class Waiting extends OutputStream {
        private final String line;
        private final CountDownLatch said;
        private boolean waited;

        Waiting(String line, CountDownLatch said) {
            this.line = line;
            this.said = said;
        }

        @Override
        public void write(int b) {
            if (!waited) {
                waited = true;
                Diagnostics.SAID_HERE.add("partner-attribution: " + line); // or it would write here
                sayElsewhere(line, said);
            }
        }
    }

    private static final class WaitingProperties extends Properties {
        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch said;
        private final String line;
        private boolean waited;

        WaitingProperties(String line, CountDownLatch said) {
            this.line = line;
            this.said = said;
        }

        @Override
        public String getProperty(String name, String otherwise) {
            if (!waited) {
                waited = true;
                sayElsewhere(line, said);
            }
            return super.getProperty(name, otherwise);
        }
    }

    private static final class Forgetful extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object putIfAbsent(Object key, Object value) {
            return null;
        }
    }
}
