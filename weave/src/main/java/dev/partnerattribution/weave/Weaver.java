package dev.partnerattribution.weave;

import java.util.Map;

/** Weaves places where classes lie together: a jar, a jar within a jar, a folder of classes, one version of such a place. */
public interface Weaver {

    /** Starts the names of all that {@link #runtime} gives. A class file that was woven refers to a class there, and no other does. */
    String PACKAGE = "dev/partnerattribution/woven/";

    /** Of what {@link #runtime} gives, what tools may read: the version, the tracking ID if one was given, and once woven the routes. */
    String PROPERTIES = PACKAGE + "weave.properties";

    /**
     * Weaves the classes of a place, as far as anything applies to them. Reads each of them once, and none is held.
     *
     * @param unit the classes of this place
     * @param program the classes of the whole program, this place's among them: what types are looked up in
     * @return what is to be replaced and added, the same for the same input
     */
    Woven weave(ClassFiles unit, ClassFiles program);

    /**
     * Returns what a woven program needs once, where all its woven classes see it: our classes, under a package of their own,
     * and the configuration.
     *
     * @return contents by the names of entries, such as {@code dev/partnerattribution/woven/…/A.class}, sorted
     */
    Map<String, byte[]> runtime(WeaveOptions options);

    /** Returns whether a class file was woven, by whatever version of ours. */
    boolean isWoven(byte[] classFile);
}
