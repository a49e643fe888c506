package dev.partnerattribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A partner's tracking ID: a registered GUID, or the ID that Partner Center shows for a marketplace offer. An invalid one
 * can't exist. Immutable.
 *
 * <table>
 * <caption>The forms</caption>
 * <tr><th>given</th><th>token in a User-Agent</th></tr>
 * <tr><td>{@link #ofGuid} {@code <guid>}</td><td>{@code pid-<guid>}, the GUID in lower case</td></tr>
 * <tr><td>{@link #parse} {@code pid-<guid>}</td><td>the same</td></tr>
 * <tr><td>{@link #parse} {@code pid-<anything>-partnercenter}</td><td>verbatim</td></tr>
 * </table>
 *
 * <p>Microsoft's printed samples, placeholders, and the default IDs that other tools send for themselves are rejected:
 * they are well-formed and never a partner's.
 */
public final class TrackingId {
    /** Longer than publisher, offer and plan ID together can be; Microsoft documents no limit. */
    static final int MAX_LENGTH = 200;

    static final String PREFIX = "pid-";
    static final String MARKETPLACE_SUFFIX = "-partnercenter";
    static final int GUID_LENGTH = 36;

    private final String token;
    private final boolean guid;

    private TrackingId(String token, boolean guid) {
        this.token = token;
        this.guid = guid;
    }

    /**
     * The tracking ID of a registered GUID.
     *
     * @param guid 32 hexadecimal digits grouped 8-4-4-4-12, in either case, without {@code pid-}
     * @throws InvalidTrackingIdException if it is anything else, a sample, a placeholder or another tool's own ID
     */
    public static TrackingId ofGuid(String guid) {
        if (!isGuid(guid, 0, guid.length())) {
            throw TrackingIdFault.ofGuid(guid);
        }
        return known(PREFIX + guid.toLowerCase(Locale.ROOT), true);
    }

    /**
     * The tracking ID in its whole form.
     *
     * @param trackingId {@code pid-<guid>}, or a marketplace ID {@code pid-…-partnercenter} of at most 200 characters
     * @throws InvalidTrackingIdException if it is anything else, a sample, a placeholder or another tool's own ID
     */
    public static TrackingId parse(String trackingId) {
        int end = trackingId.length();
        if (isGuidForm(trackingId, 0, end)) {
            return known(PREFIX + trackingId.substring(PREFIX.length()).toLowerCase(Locale.ROOT), true);
        }
        if (!isMarketplaceForm(trackingId, 0, end)) {
            throw TrackingIdFault.ofTrackingId(trackingId);
        }
        return known(trackingId, false);
    }

    private static TrackingId known(String token, boolean guid) {
        String owner = ForeignIds.ownerOf(token);
        if (owner != null) {
            throw TrackingIdFault.foreign(token, owner);
        }
        return new TrackingId(token, guid);
    }

    /**
     * Whether a tracking ID is in this User-Agent, whose it is does not matter. See {@link #findAll} for what counts as one;
     * allocates nothing.
     */
    public static boolean isIn(String userAgent) {
        return UserAgentTokens.next(userAgent, 0) >= 0;
    }

    /** The first tracking ID in this User-Agent, as it stands there; null if there is none. */
    public static @Nullable String firstIn(String userAgent) {
        int start = UserAgentTokens.next(userAgent, 0);
        return start < 0 ? null : userAgent.substring(start, UserAgentTokens.end(userAgent, start));
    }

    /**
     * The tracking IDs in a text, in their order and as they stand there; also samples, and those of other tools.
     *
     * <p>One counts where it has one of the forms, in any case, and no letter, digit, {@code -} or {@code _} touches it. So
     * those count too that are glued to something else, as in {@code pid-<guid>+GITHUBACTIONS/x}, of which nothing says
     * whether Microsoft reads them: see {@link #wordsIn}.
     */
    public static List<String> findAll(String text) {
        return found(text, false);
    }

    /** Those of {@link #findAll} that blanks set off, as every tool writes them and as they are known to be read. */
    public static List<String> wordsIn(String text) {
        return found(text, true);
    }

    private static List<String> found(String text, boolean wordsOnly) {
        List<String> found = new ArrayList<String>();
        int end;
        for (int start = UserAgentTokens.next(text, 0); start >= 0; start = UserAgentTokens.next(text, end)) {
            end = UserAgentTokens.end(text, start);
            if (!wordsOnly || UserAgentTokens.isWord(text, start, end)) {
                found.add(text.substring(start, end));
            }
        }
        return found;
    }

    /** Whether the characters from {@code from} to {@code to} have one of the forms, in any case. Allocates nothing. */
    static boolean isTrackingId(String text, int from, int to) {
        return isGuidForm(text, from, to) || isMarketplaceForm(text, from, to);
    }

    /** Whether a text is 32 hexadecimal digits grouped 8-4-4-4-12, in either case; whose they are does not matter. */
    public static boolean isGuid(String text) {
        return isGuid(text, 0, text.length());
    }

    /**
     * The tracking IDs and bare GUIDs in a text, as they stand there, whatever stands around them and whose they are. A GUID
     * that is part of a tracking ID is given once, as that ID.
     */
    public static List<String> findIdsAndGuids(String text) {
        List<String> found = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            int end = startsWord(text, at) ? endOfId(text, at) : -1;
            if (end > at) {
                found.add(text.substring(at, end));
                at = end;
            } else {
                at++;
            }
        }
        return found;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Ascii.isLetterOrDigit(text.charAt(at - 1));
    }

    /** Of the ID that starts here; -1 if none does. */
    private static int endOfId(String text, int at) {
        if (Ascii.startsWith(text, at, text.length(), PREFIX)) {
            int end = Math.min(text.length(), at + MAX_LENGTH);
            int suffix = indexOfSuffix(text, at, end);
            int marketplace = suffix < 0 ? end + 1 : suffix + MARKETPLACE_SUFFIX.length();
            if (marketplace <= end && isMarketplaceForm(text, at, marketplace)) {
                return marketplace;
            }
        }
        int guid = Ascii.startsWith(text, at, text.length(), PREFIX) ? at + PREFIX.length() : at;
        int end = guid + GUID_LENGTH;
        return end <= text.length() && isGuid(text, guid, end) ? end : -1;
    }

    private static int indexOfSuffix(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Ascii.startsWith(text, i, to, MARKETPLACE_SUFFIX)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isGuidForm(String text, int from, int to) {
        return Ascii.startsWith(text, from, to, PREFIX) && isGuid(text, from + PREFIX.length(), to);
    }

    private static boolean isMarketplaceForm(String text, int from, int to) {
        int bodyEnd = to - MARKETPLACE_SUFFIX.length();
        return to - from <= MAX_LENGTH
                && from + PREFIX.length() < bodyEnd
                && Ascii.startsWith(text, from, to, PREFIX)
                && Ascii.startsWith(text, bodyEnd, to, MARKETPLACE_SUFFIX)
                && isMarketplaceBody(text, from + PREFIX.length(), bodyEnd);
    }

    /** Letters, digits, {@code - _ .}, starting with a letter or digit; a second {@code pid-} is a mistake, not a name. */
    private static boolean isMarketplaceBody(String text, int from, int to) {
        if (!Ascii.isLetterOrDigit(text.charAt(from)) || Ascii.startsWith(text, from, to, PREFIX)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Ascii.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    static boolean isGuid(String text, int from, int to) {
        if (to - from != GUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < GUID_LENGTH; i++) {
            char c = text.charAt(from + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !Ascii.isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** What stands in a User-Agent. Printable ASCII without a space. */
    public String token() {
        return token;
    }

    /** The bare GUID in lower case, or null if this is a marketplace ID. */
    public @Nullable String guid() {
        return guid ? token.substring(PREFIX.length()) : null;
    }

    /**
     * Why this well-formed ID is probably not meant, such as "all its digits are the same", or null. For a warning where
     * a person reads it; never a reason to refuse.
     */
    public @Nullable String doubt() {
        return guid ? ForeignIds.doubtOf(token, PREFIX.length()) : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TrackingId && ((TrackingId) other).token.equals(token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    /** The {@link #token()}. */
    @Override
    public String toString() {
        return token;
    }
}
