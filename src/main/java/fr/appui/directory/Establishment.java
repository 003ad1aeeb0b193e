package fr.appui.directory;

import fr.appui.french.FrenchDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An employer of physicians.
 *
 * @param uspRecognised since when the ARS recognises its unité de soins palliatifs, if it does
 * @param emspRecognised since when the ARS recognises its équipe mobile de soins palliatifs, if it does
 */
public record Establishment(
        Finess finess,
        String name,
        EstablishmentKind kind,
        Optional<LocalDate> uspRecognised,
        Optional<LocalDate> emspRecognised) {

    public Establishment {
        name = Required.text("nom de l’établissement", name, 160);
    }

    /** Its fields by the names that the audit log tells. */
    List<Map.Entry<String, Object>> told() {
        return List.of(
                Map.entry("nom", name),
                Map.entry("nature", kind),
                Map.entry("USP reconnue", uspRecognised),
                Map.entry("EMSP reconnue", emspRecognised));
    }

    /** What it lacks to carry a service on a date (doc 001 §4: « disposant d'une USP et d'une EMSP, reconnues par l'ARS »). */
    public List<String> missingToHost(LocalDate date, HostRule rule) {
        List<String> missing = unrecognised(date);
        return switch (rule) {
            case USP_AND_EMSP -> missing;
            case USP_OR_EMSP ->
                missing.size() < 2
                        ? List.of()
                        : List.of(name + " n’a ni USP ni EMSP reconnue par l’ARS au " + FrenchDate.of(date));
            case ANY -> List.of();
        };
    }

    private List<String> unrecognised(LocalDate date) {
        var missing = new ArrayList<String>();
        if (uspRecognised.filter(since -> !since.isAfter(date)).isEmpty()) {
            missing.add(name + " n’a pas d’unité de soins palliatifs reconnue par l’ARS au " + FrenchDate.of(date));
        }
        if (emspRecognised.filter(since -> !since.isAfter(date)).isEmpty()) {
            missing.add(
                    name + " n’a pas d’équipe mobile de soins palliatifs reconnue par l’ARS au " + FrenchDate.of(date));
        }
        return List.copyOf(missing);
    }
}
