package dev.partnerattribution.internal.useragent;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.diagnostics.Quote;
import org.jspecify.annotations.Nullable;

/**
 * The one decision of this product: given the host of a request and its User-Agent, what should the User-Agent be?
 *
 * <ul>
 *   <li>ARM host, no tracking ID in it: our token at the end, after one space.
 *   <li>ARM host, our token already there: once, and as a word of its own. Where it is glued to something, as in {@code
 *       pid-…+GITHUBACTIONS/x}, blanks set it off; nothing else of the User-Agent changes.
 *   <li>ARM host, another tracking ID already there, be it glued to something: that one stays as it is, without ours. Only one is read, and which of two
 *       would win is documented nowhere.
 *   <li>any other host: without our token, which a redirect may have carried along.
 * </ul>
 *
 * What counts as a tracking ID there: {@link UserAgentTokens}. Thread-safe. Allocates nothing for a User-Agent it has seen lately.
 */
public final class Stamp {
    /** A process sends few different User-Agents: one per SDK library it uses. */
    private static final int REMEMBERED = 8;

    /** Longer ones are stamped too, but not kept alive. */
    private static final int LONGEST_REMEMBERED = 2048;

    private final String token;
    private final ArmHosts armHosts;
    private final @Nullable Stamped[] recent = new Stamped[REMEMBERED];
    private int next;

    public Stamp(TrackingId trackingId, ArmHosts armHosts) {
        this.token = trackingId.token();
        this.armHosts = armHosts;
    }

    public boolean isFor(@Nullable String host) {
        return armHosts.contains(host);
    }

    /** What the User-Agent should be; the same object where nothing changes, null only where null was given. */
    @Nullable
    public String apply(@Nullable String host, @Nullable String userAgent) {
        if (!armHosts.contains(host)) {
            return userAgent == null ? null : UserAgentTokens.without(userAgent, token, 0);
        }
        if (userAgent == null || userAgent.isEmpty()) {
            return token;
        }
        // Entries are immutable, so reading and replacing them without a lock can at worst miss one.
        for (Stamped seen : recent) {
            if (seen != null && seen.before.equals(userAgent)) {
                return seen.after == null ? userAgent : seen.after;
            }
        }
        String stamped = withToken(userAgent, token, "its User-Agent");
        if (userAgent.length() <= LONGEST_REMEMBERED) {
            recent[next++ & REMEMBERED - 1] = new Stamped(userAgent, stamped);
        }
        return stamped;
    }

    /**
     * What a User-Agent that goes to an ARM host should be; the same object where nothing changes.
     *
     * @param place what a warning calls the place where it stands, such as "its User-Agent"
     */
    public static String withToken(String userAgent, String token, String place) {
        int other = UserAgentTokens.indexOfOther(userAgent, token);
        if (other >= 0) {
            Diagnostics.once("the program already sends "
                    + Quote.of(userAgent.substring(other, UserAgentTokens.end(userAgent, other))) + " in " + place
                    + ", so that " + token + " is not added to it: only one tracking ID of a User-Agent is read");
            return UserAgentTokens.without(userAgent, token, 0);
        }
        int ours = UserAgentTokens.indexOf(userAgent, token);
        return ours < 0 ? UserAgentTokens.with(userAgent, token) : onceAsWord(userAgent, token, ours);
    }

    /** Where ours stands already: the first one as a word of its own, and no other. */
    private static String onceAsWord(String userAgent, String token, int first) {
        int end = first + token.length();
        return UserAgentTokens.setOff(UserAgentTokens.without(userAgent, token, end), first, end);
    }

    private static final class Stamped {
        final String before;
        /** Null where nothing changes. */
        final @Nullable String after;

        Stamped(String before, String after) {
            this.before = before;
            this.after = after.equals(before) ? null : after;
        }
    }
}
