package dev.partnerattribution.processor;

import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import java.util.Optional;

/** A tracking ID together with the literal that said it. */
record SourcedId(TrackingId id, Literal source) {

    static SourcedId parse(IdForm form, Literal source) throws Rejected {
        try {
            return new SourcedId(form.parse(source.text()), source);
        } catch (InvalidTrackingIdException e) {
            throw new Rejected(Messages.invalidId(source, String.valueOf(e.getMessage())));
        }
    }

    /** A warning, where the ID is well-formed and probably not meant. */
    Optional<Message> doubt() {
        return Optional.ofNullable(id.doubt()).map(doubt -> Messages.doubtfulId(source, id, doubt));
    }
}
