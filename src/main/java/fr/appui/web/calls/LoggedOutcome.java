package fr.appui.web.calls;

import fr.appui.directory.Directory;
import fr.appui.directory.Patients;
import fr.appui.french.FrenchDuration;
import fr.appui.trace.CallId;
import fr.appui.trace.EligibilityAnswer;
import fr.appui.trace.InformationAtHand;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.NomenclatureShelf;
import fr.appui.trace.Nomenclatures;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Outcomes;
import fr.appui.trace.TermKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was logged of a call, and every correction of it, in the words of the nomenclature it was logged with. */
@ApplicationScoped
class LoggedOutcome {

    private final Outcomes outcomes;
    private final NomenclatureShelf shelf;
    private final Directory directory;

    LoggedOutcome(Outcomes outcomes, NomenclatureShelf shelf, Directory directory) {
        this.outcomes = outcomes;
        this.shelf = shelf;
        this.directory = directory;
    }

    /** @param changed whether it says something else than the version before */
    record Fact(String label, String value, boolean changed) {}

    record Version(int number, ZonedDateTime at, String author, List<Fact> facts) {}

    /**
     * @param due whether a physician owes one
     * @param draft whether something is kept that nobody validated
     * @param versions validated ones, the present one first
     */
    record Logged(boolean due, boolean draft, List<Version> versions) {

        public Optional<Version> present() {
            return versions.stream().findFirst();
        }

        public List<Version> earlier() {
            return versions.stream().skip(1).toList();
        }
    }

    Logged of(CallId call, ZoneId zone) {
        List<OutcomeRevision> history = outcomes.history(call);
        Optional<LoggableCall> owed = outcomes.call(call);
        Patients patients = owed.flatMap(known -> directory.territory(known.territory()))
                .map(territory -> territory.rules().patients())
                .orElse(Patients.ADULTS);
        var versions = new ArrayList<Version>();
        List<Fact> before = List.of();
        for (OutcomeRevision revision : history) {
            if (revision.status() == OutcomeStatus.FINAL) {
                List<Fact> facts = facts(revision, patients, before);
                versions.addFirst(
                        new Version(versions.size() + 1, revision.at().atZone(zone), revision.author(), facts));
                before = facts;
            }
        }
        return new Logged(owed.isPresent(), versions.isEmpty() && !history.isEmpty(), List.copyOf(versions));
    }

    private List<Fact> facts(OutcomeRevision revision, Patients patients, List<Fact> before) {
        Outcome outcome = revision.outcome();
        Nomenclatures all = shelf.all();
        var facts = new ArrayList<Fact>();
        add(
                facts,
                before,
                "Appelant",
                labels(
                        all,
                        revision,
                        TermKind.CALLER_PROFILE,
                        outcome.callerProfile().stream().toList()));
        add(facts, before, "Motifs", labels(all, revision, TermKind.MOTIVE, outcome.motives()));
        add(facts, before, "Réponse", labels(all, revision, TermKind.ORIENTATION, outcome.orientations()));
        add(
                facts,
                before,
                "Lieu de soins",
                labels(
                        all,
                        revision,
                        TermKind.PLACE_OF_CARE,
                        outcome.placeOfCare().stream().toList()));
        add(facts, before, "Conditions", conditions(outcome, patients));
        add(facts, before, "Durée", outcome.duration().map(FrenchDuration::of).orElse("—"));
        outcome.withoutAdvice().ifPresent(answer -> add(facts, before, "Sans cet avis", answer.label()));
        outcome.nature().ifPresent(nature -> add(facts, before, "Nature du conseil", nature.label()));
        if (!outcome.information().isEmpty()) {
            add(
                    facts,
                    before,
                    "Informations disponibles",
                    outcome.information().stream().map(InformationAtHand::label).collect(Collectors.joining(", ")));
        }
        outcome.handOver().ifPresent(asked -> add(facts, before, "Suite à donner", asked.sentence()));
        outcome.note().ifPresent(note -> add(facts, before, "Note", note));
        return List.copyOf(facts);
    }

    private static void add(List<Fact> facts, List<Fact> before, String label, String value) {
        boolean changed = !before.isEmpty()
                && before.stream()
                        .noneMatch(fact ->
                                fact.label().equals(label) && fact.value().equals(value));
        facts.add(new Fact(label, value, changed));
    }

    private static String labels(Nomenclatures all, OutcomeRevision revision, TermKind kind, Collection<String> codes) {
        String told = all.told(revision.nomenclature(), kind, codes);
        return told.isEmpty() ? "—" : told;
    }

    private static String conditions(Outcome outcome, Patients patients) {
        var asked = outcome.eligibility();
        return String.join(
                ", ",
                patients.one() + " " + said(asked.adult()),
                "à domicile ou en EMS " + said(asked.atHome()),
                "connu d’une équipe " + said(asked.knownToTeam()),
                "évaluation tracée " + said(asked.evaluated()));
    }

    private static String said(EligibilityAnswer answer) {
        return switch (answer) {
            case YES -> "oui";
            case NO -> "non";
            case NOT_KNOWN -> "non su";
        };
    }
}
