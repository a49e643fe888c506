package dev.partnerattribution.cli.terminal;

import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a tracking ID in either form: a bare GUID, or a whole one that begins with {@code pid-}. */
public final class TrackingIdConverter implements ITypeConverter<TrackingId> {
    @Override
    public TrackingId convert(String text) {
        try {
            return text.toLowerCase(Locale.ROOT).startsWith("pid-") ? TrackingId.parse(text) : TrackingId.ofGuid(text);
        } catch (InvalidTrackingIdException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
