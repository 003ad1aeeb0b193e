package fr.appui.web.regulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.directory.Patients;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Territory;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a regulator needs of one territory at one instant.
 *
 * @param until when this stops being true: the end of the duty day, or the next opening; absent when none is known
 * @param closesAt when the line is next found closed, over duty days that follow one another; absent while it is closed, and where it
 *     stays open for more than a month
 * @param transferTo the number to transfer to now, E.164; absent when there is none
 * @param people in the order they are rung
 * @param otherwise a French sentence: what to do when this does not work
 * @param daytimeContacts whom to call by day in each part of the territory, while the line is closed
 * @param paediatric the region's paediatric service, E.164; absent where none is known
 * @param patients for whom the line answers, in French, where these are not adults
 * @param neighbour who may be asked while no line of the territory's answers; absent when none does now
 * @param readLast when the rota that this is told from was last read, while it cannot be read again; absent while it can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegulatorAnswer(
        String territory,
        String name,
        State state,
        OffsetDateTime at,
        @Nullable OffsetDateTime until,
        @Nullable OffsetDateTime closesAt,
        @Nullable String transferTo,
        List<OnCall> people,
        String otherwise,
        @Nullable Neighbour neighbour,
        List<Daytime> daytimeContacts,
        @Nullable String paediatric,
        @Nullable String patients,
        @Nullable OffsetDateTime readLast) {

    /** Named as programs know it: left alone, the description numbers what is called State by where it stands in the source. */
    @Schema(name = "State3")
    public enum State {
        OPEN("Ouvert"),
        /** Inside the hours, but nobody is rostered: the line answers and passes on to its fallback. */
        NOBODY_ROSTERED("Ouvert, sans médecin inscrit"),
        CLOSED("Fermé"),
        NO_LINE("Pas de ligne d’appui");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isOpen() {
            return this == OPEN;
        }
    }

    /**
     * @param role French
     * @param busy rung after the others: held by an astreinte that keeps priority, or presence not confirmed
     * @param name only where the territory allows it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OnCall(
            int rung,
            String role,
            boolean busy,
            @Nullable String establishment,
            @Nullable String name) {}

    /** Another territory, whose line somebody answers now. @param transferTo E.164 */
    public record Neighbour(String territory, String name, String transferTo) {

        public PhoneNumber number() {
            return new PhoneNumber(transferTo);
        }

        static Neighbour of(Neighbours.Answering found) {
            return new Neighbour(
                    found.territory().code().value(),
                    found.territory().name(),
                    found.line().number().e164());
        }
    }

    /** @param number E.164 @param said its name, zones, hours and number, in French */
    public record Daytime(String name, String number, String said) {
        static List<Daytime> of(Territory territory) {
            return territory.rules().daytimeContacts().stream()
                    .map(contact -> new Daytime(contact.name(), contact.number().e164(), contact.said()))
                    .toList();
        }
    }

    static @Nullable String paediatric(Territory territory) {
        return territory.rules().paediatric().map(PhoneNumber::e164).orElse(null);
    }

    static @Nullable String patients(Territory territory) {
        Patients patients = territory.rules().patients();
        return patients == Patients.ADULTS ? null : patients.label();
    }

    /** The paediatric service's, as one writes it. */
    public @Nullable PhoneNumber children() {
        return paediatric == null ? null : new PhoneNumber(paediatric);
    }

    public @Nullable PhoneNumber number() {
        return transferTo == null ? null : new PhoneNumber(transferTo);
    }

    static RegulatorAnswer withoutLine(
            Territory territory, Optional<Neighbour> neighbour, OffsetDateTime at, @Nullable OffsetDateTime readLast) {
        return new RegulatorAnswer(
                territory.code().value(),
                territory.name(),
                State.NO_LINE,
                at,
                null,
                null,
                null,
                List.of(),
                "Aucun numéro n’est publié pour ce territoire : joindre le médecin traitant, la PDSA ou le DAC. "
                        + OnDutyDesk.EMERGENCY,
                neighbour.orElse(null),
                Daytime.of(territory),
                paediatric(territory),
                patients(territory),
                readLast);
    }
}
