package fr.appui.planning;

import java.util.Arrays;
import java.util.List;

/**
 * The rules of a rota, in the order a coordinator reads them. Every manual edit and every rota the search returns is
 * checked against all of them; the sum of what the soft ones cost is the objective that the search minimises.
 */
public enum Rule {
    COVERAGE(
            Severity.HARD,
            "Chaque plage du périmètre a un médecin de premier rang.",
            "doc 001 §4",
            CoverageChecks::coverage),
    KEPT_DUTIES(
            Severity.HARD,
            "Les astreintes déjà fixées par le coordonnateur restent à leur place.",
            "décidé",
            CoverageChecks::kept),
    ELIGIBILITY(
            Severity.HARD,
            "N’est d’astreinte qu’un médecin qui remplit les conditions de participation, convention comprise, à cette date.",
            "doc 001 §2 et §4",
            HolderChecks::eligibility),
    AVAILABILITY(
            Severity.HARD,
            "Nul n’est d’astreinte à une date où il s’est dit indisponible.",
            "doc 001 §4 (volontariat)",
            HolderChecks::availability),
    WILLINGNESS(
            Severity.HARD,
            "Un médecin ne tient que ce qu’il a proposé : semaines entières, parties de semaine ou week-ends.",
            "doc 001 §4",
            HolderChecks::willingness),
    ONE_AT_A_TIME(
            Severity.HARD,
            "Un médecin ne tient qu’une astreinte à la fois, tous territoires confondus.",
            "décidé",
            HolderChecks::oneAtATime),
    QUOTA(
            Severity.HARD,
            "Un médecin ne dépasse pas son quota de jours d’astreinte par trimestre civil, sauf dérogation motivée.",
            "doc 001 §4 (recommandé), décidé (imposé)",
            QuotaChecks::quota),
    PERSONAL_MAXIMUM(
            Severity.HARD,
            "Un médecin ne dépasse pas le nombre de jours qu’il accepte par trimestre civil.",
            "doc 001 §4 (volontariat)",
            QuotaChecks::personalMaximum),
    CONSECUTIVE_DAYS(
            Severity.HARD,
            "Un médecin n’enchaîne pas plus de nuits que le territoire ne l’admet.",
            "décidé (réglage du territoire, sans limite par défaut)",
            RestChecks::consecutiveDays),
    REST(
            Severity.HARD,
            "Entre deux périodes d’astreinte, un médecin a le repos que le territoire prévoit.",
            "décidé (réglage du territoire, sans repos imposé par défaut)",
            RestChecks::rest),
    BACK_UP_WHEN_PRIORITY(
            Severity.HARD,
            "Quand le premier rang tient aussi une astreinte HAD ou USP, prioritaire, un médecin de recours libre est désigné.",
            "doc 001 §2",
            BackUpChecks::whenPriority),
    BACK_UP_OTHER_PHYSICIAN(
            Severity.HARD,
            "Le recours n’est jamais le médecin de premier rang.",
            "décidé",
            BackUpChecks::otherPhysician),
    WHOLE_WEEKS(
            Severity.SOFT,
            "Une semaine est tenue par un seul médecin autant que possible.",
            "doc 001 §4",
            RhythmChecks::wholeWeeks),
    SPACING(
            Severity.SOFT,
            "Un médecin n’est pas rappelé dans les semaines qui suivent son astreinte autant que possible.",
            "décidé",
            RhythmChecks::spacing),
    FAIR_LOAD(
            Severity.SOFT,
            "Les jours d’astreinte se répartissent également, à une semaine près, en mémoire de quatre trimestres.",
            "décidé",
            FairnessChecks.of(Measure.LOAD)),
    FAIR_WEEK_ENDS(
            Severity.SOFT,
            "Les week-ends se répartissent également, en mémoire de quatre trimestres.",
            "décidé",
            FairnessChecks.of(Measure.WEEK_ENDS)),
    FAIR_HOLIDAYS(
            Severity.SOFT,
            "Les jours fériés se répartissent également, en mémoire de quatre trimestres.",
            "décidé",
            FairnessChecks.of(Measure.HOLIDAYS)),
    FAIR_SPECIAL_DAYS(
            Severity.SOFT,
            "Les 24, 25, 31 décembre et 1er janvier se répartissent également, en mémoire de quatre trimestres.",
            "décidé",
            FairnessChecks.of(Measure.SPECIAL_DAYS)),
    PREFERENCES(
            Severity.SOFT,
            "Les dates souhaitées sont obtenues et les dates évitées épargnées autant que possible.",
            "doc 001 §4 (selon les disponibilités)",
            PreferenceCheck::preferences),
    BACK_UP_WANTED(
            Severity.SOFT,
            "Là où le territoire veut un recours chaque jour, un médecin de recours est désigné autant que possible.",
            "décidé",
            BackUpChecks::wanted),
    BACK_UP_OTHER_ESTABLISHMENT(
            Severity.SOFT,
            "Le recours vient d’un autre établissement que le premier rang autant que possible.",
            "décidé",
            BackUpChecks::otherEstablishment),
    BACK_UP_STEADY(
            Severity.SOFT,
            "Le recours d’une semaine est tenu par un seul médecin autant que possible.",
            "décidé",
            BackUpChecks::steady),
    BACK_UP_SHARED(Severity.SOFT, "Les jours de recours se répartissent également.", "décidé", BackUpChecks::shared);

    public enum Severity {
        /** Never broken by a generated rota; a manual edit that would break it is refused. */
        HARD,
        /** Weighed against the others. */
        SOFT
    }

    /** Finds every way an assignment breaks one rule. */
    @FunctionalInterface
    interface Check {
        List<Violation> check(Assignment assignment, RotaProblem problem);
    }

    private final Severity severity;
    private final String sentence;
    private final String source;

    @SuppressWarnings("ImmutableEnumChecker") // every check is a static method
    private final Check check;

    Rule(Severity severity, String sentence, String source, Check check) {
        this.severity = severity;
        this.sentence = sentence;
        this.source = source;
        this.check = check;
    }

    public List<Violation> check(Assignment assignment, RotaProblem problem) {
        return check.check(assignment, problem);
    }

    public boolean isHard() {
        return severity == Severity.HARD;
    }

    /**
     * Whether asking the physician is enough to set the rule aside: they offered whole weeks, they may agree to a night. A
     * declared unavailability is not asked about again.
     */
    public boolean yieldsToConsent() {
        return this == WILLINGNESS;
    }

    public Severity severity() {
        return severity;
    }

    /** What the rule asks, in French. */
    public String sentence() {
        return sentence;
    }

    /** Where the rule comes from. */
    public String source() {
        return source;
    }

    public static List<Rule> all() {
        return Arrays.asList(values());
    }
}
