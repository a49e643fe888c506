package dev.partnerattribution.processor;

/** The partner's display name: one short printable line, or the empty string if none is given. */
record PartnerName(String text) {
    /** Longer than any company is called; notices show the name within a line. */
    static final int MAX_LENGTH = 100;

    static final PartnerName NONE = new PartnerName("");

    static PartnerName parse(Literal source) throws Rejected {
        String text = source.text();
        if (text.isBlank()) {
            throw new Rejected(Messages.blankPartner(source));
        }
        if (text.length() > MAX_LENGTH) {
            throw new Rejected(Messages.longPartner(source));
        }
        int[] unprintable =
                text.codePoints().filter(c -> !isPrintable(c)).limit(1).toArray();
        if (unprintable.length > 0) {
            throw new Rejected(Messages.unprintablePartner(source, unprintable[0]));
        }
        return new PartnerName(text);
    }

    /** Format characters are out too: they can make a line read as another one. */
    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
