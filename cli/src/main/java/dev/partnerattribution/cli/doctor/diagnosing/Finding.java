package dev.partnerattribution.cli.doctor.diagnosing;

/**
 * Something that is to be known besides the ways.
 *
 * @param conflict whether attribution fails or competes with another's because of it
 * @param what in a sentence
 * @param where a class or file, or empty
 * @param todo what to do, or empty
 */
public record Finding(boolean conflict, String what, String where, String todo) {
    static Finding conflict(String what, String where, String todo) {
        return new Finding(true, what, where, todo);
    }

    static Finding note(String what, String where, String todo) {
        return new Finding(false, what, where, todo);
    }
}
