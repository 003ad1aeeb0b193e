package fr.appui.planning;

/** What is shared fairly. */
public enum Measure {
    /** Shared in weeks: a finer step would fight whole weeks wherever a fair share is not a round number of them. */
    LOAD("jours d’astreinte", 7),
    WEEK_ENDS("week-ends", 1),
    HOLIDAYS("jours fériés", 1),
    SPECIAL_DAYS("24, 25, 31 décembre et 1er janvier", 1);

    private final String label;
    private final int step;

    Measure(String label, int step) {
        this.label = label;
        this.step = step;
    }

    public String label() {
        return label;
    }

    /** Differences up to this many units are not seen. */
    public int step() {
        return step;
    }

    public int of(Tally tally) {
        return switch (this) {
            case LOAD -> tally.days();
            case WEEK_ENDS -> tally.weekEnds();
            case HOLIDAYS -> tally.holidays();
            case SPECIAL_DAYS -> tally.specialDays();
        };
    }

    public int weight(Weights weights) {
        return switch (this) {
            case LOAD -> weights.load();
            case WEEK_ENDS -> weights.weekEnds();
            case HOLIDAYS -> weights.holidays();
            case SPECIAL_DAYS -> weights.specialDays();
        };
    }

    Rule rule() {
        return switch (this) {
            case LOAD -> Rule.FAIR_LOAD;
            case WEEK_ENDS -> Rule.FAIR_WEEK_ENDS;
            case HOLIDAYS -> Rule.FAIR_HOLIDAYS;
            case SPECIAL_DAYS -> Rule.FAIR_SPECIAL_DAYS;
        };
    }
}
