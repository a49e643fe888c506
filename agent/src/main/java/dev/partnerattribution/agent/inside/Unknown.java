package dev.partnerattribution.agent.inside;

/** A library is not as we know it: in one newer than all that were tested, or cut down or obfuscated by a tool. */
final class Unknown extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Unknown(String what) {
        super(what);
    }
}
