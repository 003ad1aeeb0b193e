package fr.appui.web.regulator;

import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import java.time.Instant;

/** Whether storage answers, as a test says. */
final class RotaThatAnswers implements CurrentRota {

    boolean answers = true;

    @Override
    public IndexedRota current() {
        return IndexedRota.EMPTY;
    }

    @Override
    public boolean refresh() {
        return answers;
    }

    @Override
    public boolean storageAnswers() {
        return answers;
    }

    @Override
    public boolean isOld(Instant now) {
        return false;
    }
}
