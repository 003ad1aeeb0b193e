package fr.appui.outreach;

import fr.appui.directory.Directory;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallBackClosing;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A physician calls back from the page, or says that it is done. */
@ApplicationScoped
public class CallBackDesk {

    private final CallBackLedger ledger;
    private final CallBacks callBacks;
    private final CallArchive archive;
    private final Directory directory;
    private final Clock clock;
    private final CallBackPlan.Limits limits;

    CallBackDesk(
            CallBackLedger ledger,
            CallBacks callBacks,
            CallArchive archive,
            Directory directory,
            Clock clock,
            OutreachSettings settings) {
        this.ledger = ledger;
        this.callBacks = callBacks;
        this.archive = archive;
        this.directory = directory;
        this.clock = clock;
        this.limits = CallBackPlan.Limits.of(settings.callBack());
    }

    /** What comes of wanting to call back. */
    public sealed interface Answer {
        /** The physician's telephone rings. @param attempt as the trace counts it */
        record Ringing(int attempt) implements Answer {}

        record NoSuchCall() implements Answer {}

        record NoSuchPhysician() implements Answer {}

        /** @param why in French, with the remedy */
        record Impossible(String why) implements Answer {}

        /** The switch does not take the order. @param why in French */
        record SwitchAway(String why) implements Answer {}
    }

    /** Rings the physician's current number, then the caller, showing the territory's number to both. */
    public Answer callBack(CallId call, PhysicianId physician) {
        Optional<CallStory> story = archive.find(call).map(CallArchive.Traced::story);
        if (story.isEmpty()) {
            return new Answer.NoSuchCall();
        }
        Optional<PhoneNumber> number =
                callBacks.currentNumber(physician, story.get()).or(() -> usual(physician, story.get()));
        if (number.isEmpty()) {
            return new Answer.NoSuchPhysician();
        }
        ledger.note(call, clock.instant());
        OpenCallBack open = ledger.find(call).orElseThrow();
        if (CallBackPlan.isRinging(open, story.get(), clock.instant(), limits)) {
            return new Answer.Impossible("un rappel de cet appel est déjà en cours ; attendre qu’il se termine");
        }
        return answer(callBacks.ring(open, story.get(), new Callee(physician, number.get())));
    }

    /** The service stops ringing for this call. @return false when nobody waits to be called back */
    public boolean handled(CallId call) {
        return callBacks.close(call, CallBackClosing.HANDLED);
    }

    private static Answer answer(CallBacks.Attempt attempt) {
        return switch (attempt) {
            case CallBacks.Attempt.Begun begun -> new Answer.Ringing(begun.number());
            case CallBacks.Attempt.Taken taken ->
                new Answer.Impossible("un rappel de cet appel vient de commencer ; attendre qu’il se termine");
            case CallBacks.Attempt.NoNumber none ->
                new Answer.Impossible(
                        "le numéro de l’appelant est masqué ou a été effacé ; l’appel ne peut pas être rappelé");
            case CallBacks.Attempt.Forbidden forbidden ->
                new Answer.Impossible(
                        "le numéro à rappeler est court, surtaxé ou étranger ; rappeler depuis un autre téléphone");
            case CallBacks.Attempt.NoLine none ->
                new Answer.Impossible("la ligne appelée n’est plus publiée ; rappeler depuis un autre téléphone");
            case CallBacks.Attempt.Refused refused -> new Answer.SwitchAway(refused.why());
        };
    }

    private Optional<PhoneNumber> usual(PhysicianId physician, CallStory story) {
        var local = LocalDateTime.ofInstant(clock.instant(), zone(story));
        return directory
                .physician(physician)
                .map(known -> known.numbersAt(local))
                .map(numbers -> numbers.getFirst());
    }

    private ZoneId zone(CallStory story) {
        return story.territory().map(directory::zoneOf).orElse(Territory.USUAL_ZONE);
    }
}
