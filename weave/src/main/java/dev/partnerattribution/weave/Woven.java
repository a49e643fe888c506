package dev.partnerattribution.weave;

import java.util.List;
import java.util.Map;

/**
 * What came of weaving one place.
 *
 * @param changed new class files by the names of the entries that they replace, such as {@code a/B.class}
 * @param added class files by the names of the entries that they are to be, in the same place
 * @param notes what was woven and what could not be
 */
public record Woven(Map<String, byte[]> changed, Map<String, byte[]> added, List<Note> notes) {}
