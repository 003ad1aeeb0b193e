package fr.appui.directory;

import java.time.LocalDate;

/**
 * Two lines become one (« infra-territorial appuis that later merge », doc 001 §4): from {@code firstDay} on, who dials this
 * territory's number is answered by the other. Calls, duties and pay of before stay this territory's.
 *
 * @param firstDay the first local date whose duty is the other's; the night before it ends with who held it
 * @param agreedOn when the ARS agreed, with the {@code reference} of its letter
 */
public record Joining(
        TerritoryCode territory, TerritoryCode into, LocalDate firstDay, LocalDate agreedOn, String reference) {

    public Joining {
        reference = Required.text("référence de l’accord de l’ARS", reference, 160);
    }
}
