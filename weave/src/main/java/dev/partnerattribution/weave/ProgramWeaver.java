package dev.partnerattribution.weave;

import java.util.Map;

/** Weaves by the definitions of the agent. */
public final class ProgramWeaver implements Weaver {

    /** One that may be used for any number of places, by one thread at a time. */
    public ProgramWeaver() {}

    @Override
    public Woven weave(ClassFiles unit, ClassFiles program) {
        UnitWeaving weaving = new UnitWeaving(program);
        for (String type : unit.names()) {
            byte[] classFile = OwnNames.isBrought(type) ? null : unit.find(type);
            if (classFile != null) {
                weaving.add(type, classFile);
            }
        }
        return weaving.result();
    }

    @Override
    public Map<String, byte[]> runtime(WeaveOptions options) {
        return RuntimeClasses.of(options);
    }

    @Override
    public boolean isWoven(byte[] classFile) {
        return WovenMark.isIn(classFile);
    }
}
