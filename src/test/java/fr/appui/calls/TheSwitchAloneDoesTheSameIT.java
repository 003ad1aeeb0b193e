package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Decisions are made twice: by the service, and by the ladder without it (extensions-static.conf). The same calls are told to both; what the
 * caller and the physicians hear, who is rung and what the trace says must agree.
 */
@ExtendWith(Lab.class)
@WithoutService
class TheSwitchAloneDoesTheSameIT {

    /** @param rung who heard a whisper */
    private record Call(Person caller, List<Person> rung) {}

    /** @param rung rung and result of each attempt, with the ending and who called */
    private record Told(List<String> heard, List<List<String>> whispered, List<String> rung) {}

    @Test
    void whateverTheCaller(
            Scene twice,
            Scene twiceAlone,
            Scene silent,
            Scene silentAlone,
            @WithFallback Scene patient,
            @WithFallback Scene patientAlone,
            Scene samu,
            Scene samuAlone,
            @Closed Scene closed,
            @Closed Scene closedAlone,
            @Escalates Scene relieved,
            @Escalates Scene nextDoor,
            @Escalates Scene relievedAlone,
            @Escalates Scene nextDoorAlone)
            throws Exception {
        for (Scene scene : List.of(twice, twiceAlone)) {
            scene.firstAlsoHas(secondNumber(scene));
        }
        relieved.isRelievedBy(nextDoor);
        relievedAlone.isRelievedBy(nextDoorAlone);
        for (Scene scene : List.of(relieved, relievedAlone)) {
            scene.lineHas("redials_first = TRUE");
        }
        List<Call> withTheService = together(List.of(
                () -> pressesAWrongKeyFirst(twice),
                () -> pressesNothing(silent),
                () -> isAPatient(patient),
                () -> isTheSamu(samu),
                () -> callsInVain(closed),
                () -> reachesTheNeighbours(relieved, nextDoor)));
        samu.service().kill();
        List<Call> alone;
        try {
            alone = together(List.of(
                    () -> pressesAWrongKeyFirst(twiceAlone),
                    () -> pressesNothing(silentAlone),
                    () -> isAPatient(patientAlone),
                    () -> isTheSamu(samuAlone),
                    () -> callsInVain(closedAlone),
                    () -> reachesTheNeighbours(relievedAlone, nextDoorAlone)));
        } finally {
            samu.service().start();
        }
        for (int call = 0; call < alone.size(); call++) {
            assertThat(told(samu, alone.get(call))).isEqualTo(told(samu, withTheService.get(call)));
        }
    }

    private static Call pressesAWrongKeyFirst(Scene scene) {
        Person other = scene.someone(Cast.national(secondNumber(scene)));
        scene.first().answers("486 Busy Here");
        scene.hearsItAllAndPresses(other, "1");
        Leg nurse = scene.nurseRings();
        scene.hears(scene.nurse(), "qui-appelle");
        nurse.press("5");
        // pressed before, while she hears that she was not understood, it keeps her from being asked again
        scene.hearsAgain(scene.nurse(), "qui-appelle");
        nurse.press("1");
        nurse.talksWith(other.isRung().isUp());
        nurse.hangUp();
        return new Call(scene.nurse(), List.of(other));
    }

    private static Call pressesNothing(Scene scene) {
        scene.hearsItAllAndPresses(scene.first(), "1");
        Leg nurse = scene.nurseRings();
        nurse.talksWith(scene.first().isRung().isUp());
        nurse.hangUp();
        return new Call(scene.nurse(), List.of(scene.first()));
    }

    private static Call isAPatient(Scene scene) {
        Leg patient = scene.nurseRings();
        scene.hears(scene.nurse(), "nombre-22");
        patient.press("9");
        patient.isOver();
        return new Call(scene.nurse(), List.of());
    }

    private static Call isTheSamu(Scene scene) {
        scene.first().answers("480 Temporarily Unavailable");
        scene.hearsItAllAndPresses(scene.second(), "1");
        Leg regulator = scene.regulator().rings(scene.line()).isUp();
        regulator.talksWith(scene.second().isRung().isUp());
        regulator.hangUp();
        return new Call(scene.regulator(), List.of(scene.second()));
    }

    private static Call callsInVain(Scene scene) {
        scene.nurseRings().isOver();
        return new Call(scene.nurse(), List.of());
    }

    private static Call reachesTheNeighbours(Scene scene, Scene nextDoor) {
        scene.first().answers("486 Busy Here");
        scene.second().answers("486 Busy Here");
        nextDoor.first().answers("486 Busy Here");
        nextDoor.hearsItAllAndPresses(nextDoor.second(), "1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        nurse.talksWith(nextDoor.second().isRung().isUp());
        nurse.hangUp();
        return new Call(scene.nurse(), List.of(nextDoor.second()));
    }

    private static String secondNumber(Scene scene) {
        return "+33" + scene.first().number().substring(1).replaceFirst("1$", "3");
    }

    private static Told told(Scene any, Call call) {
        var detail = any.detailOf(call.caller());
        List<String> rung = new ArrayList<>();
        detail.get("attempts")
                .forEach(attempt -> rung.add(attempt.get("rung").asText() + " "
                        + attempt.get("result").asText()));
        rung.add(detail.path("profile").asText() + " " + detail.get("ending").asText());
        return new Told(
                any.heardBy(call.caller()),
                call.rung().stream().map(any::whisperedTo).toList(),
                rung);
    }

    private static List<Call> together(List<Callable<Call>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Call> made = new ArrayList<>();
            for (Future<Call> call : threads.invokeAll(calls)) {
                made.add(call.get());
            }
            return made;
        }
    }
}
