package fr.appui.trace;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The number under which a SAMU keeps, in its own software, a call that it transferred. It leads that SAMU to a patient's file:
 * it is told to no log, no event, no mail, no export, and not by {@link #toString()}.
 */
public record SamuFile(String number) {

    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/_.-]{2,23}");

    public SamuFile {
        if (!WRITTEN.matcher(number).matches() || number.chars().noneMatch(Character::isDigit)) {
            throw new InvalidInput(
                    "numéro de dossier : 3 à 24 lettres sans accent, chiffres, ou / _ . -, dont un chiffre, par exemple 60-2026-04711");
        }
    }

    /** @param today the day it is written @throws InvalidInput also for what identifies somebody by itself */
    public static SamuFile parse(String written, LocalDate today) {
        var file = new SamuFile(WrittenValue.of(written));
        IdentifyingData.find(file.number, today).stream().findFirst().ifPresent(found -> {
            throw new InvalidInput("numéro de dossier : " + found.sentence());
        });
        return file;
    }

    @Override
    public String toString() {
        return "SamuFile[…]";
    }
}
