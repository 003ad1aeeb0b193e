package fr.appui.dispatch;

import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.dispatch.CallState.Callee;
import fr.appui.rota.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together whom to ring, in order; no number twice but for the redial of the first rung. */
final class Callees {

    /** Keeps the state small enough for a channel variable, and the caller from waiting longer than anyone would. */
    static final int MOST = 12;

    private final LineSettings settings;
    private final List<Callee> callees = new ArrayList<>();
    private int rungs;

    Callees(LineSettings settings) {
        this.settings = settings;
    }

    Callees own(List<Rung> ladder) {
        add(ladder, Optional.empty());
        if (settings.escalation().redialsFirst()) {
            callees.addAll(callees.stream().filter(callee -> callee.rung() == 1).toList());
        }
        return this;
    }

    void relief(TerritoryCode territory, List<Rung> ladder) {
        add(ladder, Optional.of(territory));
    }

    List<Callee> inOrder() {
        return callees.subList(0, Math.min(callees.size(), MOST));
    }

    /** A neighbour's rungs are counted on after one's own. */
    private void add(List<Rung> ladder, Optional<TerritoryCode> relief) {
        int before = rungs;
        for (Rung rung : ladder) {
            rungs = Math.max(rungs, before + rung.position());
            for (PhoneNumber number : rung.numbers()) {
                if (callees.stream().noneMatch(callee -> callee.phone().equals(number))) {
                    callees.add(new Callee(
                            before + rung.position(),
                            rung.physician(),
                            number,
                            settings.ringTime(rung.position()),
                            relief));
                }
            }
        }
    }
}
