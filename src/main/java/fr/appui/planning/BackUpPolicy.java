package fr.appui.planning;

/** When a rota also names a back-up physician. */
public enum BackUpPolicy {
    /** Only where the first physician holds an HAD or USP astreinte, which the source document imposes. */
    WHEN_PRIORITY_HELD(2),
    /** Every date, as far as somebody is free. */
    EVERY_DAY(7);

    private final int fairnessStep;

    BackUpPolicy(int fairnessStep) {
        this.fairnessStep = fairnessStep;
    }

    /** Differences smaller than this many days are not worth a hand-over. */
    int fairnessStep() {
        return fairnessStep;
    }
}
