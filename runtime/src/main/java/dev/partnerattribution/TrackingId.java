package dev.partnerattribution;

import dev.partnerattribution.internal.diagnostics.Ascii;
import dev.partnerattribution.internal.useragent.TrackingIdForm;
import dev.partnerattribution.internal.useragent.UserAgentTokens;
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
        if (!TrackingIdForm.isGuid(guid, 0, guid.length())) {
            throw TrackingIdFault.ofGuid(guid);
        }
        return known(TrackingIdForm.PREFIX + guid.toLowerCase(Locale.ROOT), true);
    }

    /**
     * The tracking ID in its whole form.
     *
     * @param trackingId {@code pid-<guid>}, or a marketplace ID {@code pid-…-partnercenter} of at most 200 characters
     * @throws InvalidTrackingIdException if it is anything else, a sample, a placeholder or another tool's own ID
     */
    public static TrackingId parse(String trackingId) {
        int end = trackingId.length();
        if (TrackingIdForm.isGuidForm(trackingId, 0, end)) {
            return known(
                    TrackingIdForm.PREFIX
                            + trackingId
                                    .substring(TrackingIdForm.PREFIX.length())
                                    .toLowerCase(Locale.ROOT),
                    true);
        }
        if (!TrackingIdForm.isMarketplaceForm(trackingId, 0, end)) {
            throw TrackingIdFault.ofTrackingId(trackingId);
        }
        return known(trackingId, false);
    }

    private static TrackingId known(String token, boolean guid) {
        String owner = TrackingIdForm.ownerOf(token);
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

    /** Whether a text is 32 hexadecimal digits grouped 8-4-4-4-12, in either case; whose they are does not matter. */
    public static boolean isGuid(String text) {
        return TrackingIdForm.isGuid(text, 0, text.length());
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
        if (Ascii.startsWith(text, at, text.length(), TrackingIdForm.PREFIX)) {
            int end = Math.min(text.length(), at + TrackingIdForm.MAX_LENGTH);
            int suffix = indexOfSuffix(text, at, end);
            int marketplace = suffix < 0 ? end + 1 : suffix + TrackingIdForm.MARKETPLACE_SUFFIX.length();
            if (marketplace <= end && TrackingIdForm.isMarketplaceForm(text, at, marketplace)) {
                return marketplace;
            }
        }
        int guid = Ascii.startsWith(text, at, text.length(), TrackingIdForm.PREFIX)
                ? at + TrackingIdForm.PREFIX.length()
                : at;
        int end = guid + TrackingIdForm.GUID_LENGTH;
        return end <= text.length() && TrackingIdForm.isGuid(text, guid, end) ? end : -1;
    }

    private static int indexOfSuffix(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Ascii.startsWith(text, i, to, TrackingIdForm.MARKETPLACE_SUFFIX)) {
                return i;
            }
        }
        return -1;
    }

    /** What stands in a User-Agent. Printable ASCII without a space. */
    public String token() {
        return token;
    }

    /** The bare GUID in lower case, or null if this is a marketplace ID. */
    public @Nullable String guid() {
        return guid ? token.substring(TrackingIdForm.PREFIX.length()) : null;
    }

    /**
     * Why this well-formed ID is probably not meant, such as "all its digits are the same", or null. For a warning where
     * a person reads it; never a reason to refuse.
     */
    public @Nullable String doubt() {
        return guid ? TrackingIdForm.doubtOf(token, TrackingIdForm.PREFIX.length()) : null;
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
