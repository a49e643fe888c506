package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.TrackingId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of subscriptions and resources: themselves if asked for, else {@code h:} and 16 hexadecimal digits of their
 * SHA-256. The tracking ID is the salt, so that one partner's receipts can be counted together, whichever JVM wrote them, and
 * two partners' can't. Not thread-safe.
 */
final class NameHasher {
    private static final int DIGEST_BYTES = 8;
    private static final int REMEMBERED = 1000;
    private static final int LONGEST_REMEMBERED = 256;

    private final boolean full;
    private String salt = "";

    /** By the name as it was given, with this salt. */
    private final Map<String, String> known = new LinkedHashMap<String, String>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    NameHasher(boolean full) {
        this.full = full;
    }

    static String salt(@Nullable TrackingId id) {
        return id == null ? "" : id.token();
    }

    /** Azure tells no upper case from lower case in them. */
    @Nullable
    String of(@Nullable String name, String withSalt) {
        if (name == null || full) {
            return name;
        }
        if (!salt.equals(withSalt)) {
            salt = withSalt;
            known.clear();
        }
        String hashed = known.get(name);
        if (hashed == null) {
            hashed = hash(salt + '\n' + name.toLowerCase(Locale.ROOT));
            if (name.length() <= LONGEST_REMEMBERED) {
                known.put(name, hashed);
            }
        }
        return hashed;
    }

    private static String hash(String salted) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(salted.getBytes(StandardCharsets.UTF_8));
            StringBuilder hashed = new StringBuilder("h:");
            for (int i = 0; i < DIGEST_BYTES; i++) {
                hashed.append(Character.forDigit(digest[i] >> 4 & 0xf, 16))
                        .append(Character.forDigit(digest[i] & 0xf, 16));
            }
            return hashed.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
