package fr.appui.telephony;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.directory.SupportLine;
import fr.appui.outreach.CallBackOrder;
import fr.appui.outreach.LineCheckOrder;
import fr.appui.outreach.Telephone;
import fr.appui.outreach.TrialOrder;
import fr.appui.trace.CallId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Begins calls through ARI, on the switch that took the original call, else on another. The service only gives the order:
 * extensions-outreach.conf rings, plays, asks and joins by itself, and states in CEL what came of it.
 */
@ApplicationScoped
class AriTelephone implements Telephone {

    private final List<AriLink> switches;
    private final Recordings recordings;
    private final TelephonySettings.Begun settings;

    AriTelephone(TelephonySettings settings, ObjectMapper json) {
        this.settings = settings.begun();
        this.recordings = new Recordings(settings.territoryRecordings());
        this.switches = settings.switches().entrySet().stream()
                .map(entry -> new AriLink(entry.getKey(), entry.getValue().ari(), json))
                .toList();
    }

    @Override
    public Optional<String> callBack(CallBackOrder order) {
        Map<String, String> variables = variables(
                order.line(),
                "rappel-medecin",
                Wire.fields(order.call(), order.attempt(), order.physician().physician()));
        variables.put("APPUI_PHYSICIAN", order.physician().number().e164());
        variables.put("APPUI_CALLER", order.caller().e164());
        return begin(
                new AriLink.Origination("appui-call-back", "appui-call-back-caller", variables),
                ownSwitchFirst(order.call()));
    }

    @Override
    public Optional<String> check(LineCheckOrder order) {
        Map<String, String> variables = variables(order.line(), "depart-astreinte", Wire.fields(order.check()));
        variables.put("APPUI_PHYSICIAN", order.physician().number().e164());
        variables.put("APPUI_HOLDER", order.physician().physician().toString());
        return begin(new AriLink.Origination("appui-line-check", "appui-nowhere", variables), switches.stream());
    }

    @Override
    public Optional<String> trial(TrialOrder order) {
        Map<String, String> variables = variables(order.line(), "", Wire.fields(order.trial()));
        variables.put("APPUI_CALLER", order.number().e164());
        return begin(new AriLink.Origination("appui-trial", "appui-trial-caller", variables), switches.stream());
    }

    private Map<String, String> variables(SupportLine line, String whisper, String reference) {
        Map<String, String> variables = Stream.of(
                        Map.entry("APPUI_LINE", line.number().e164().replaceAll("\\D", "")),
                        Map.entry("APPUI_RING", Long.toString(settings.ring().toSeconds())),
                        Map.entry("APPUI_REF", reference))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        variables.put(
                "APPUI_WHISPER",
                Stream.concat(recordings.territory(line.territory()), Stream.of(whisper))
                        .collect(Collectors.joining(Wire.RECORDINGS)));
        return variables;
    }

    /** The next switch is asked only where it is certain that the one before did not take the order. */
    private static Optional<String> begin(AriLink.Origination origination, Stream<AriLink> links) {
        String why = "aucun commutateur n’a d’accès ARI (appui.telephony.switches.….ari.password)";
        for (AriLink link : links.filter(AriLink::isConfigured).toList()) {
            switch (link.originate(origination)) {
                case AriLink.Answer.Begun begun -> {
                    return Optional.empty();
                }
                case AriLink.Answer.Unreachable unreachable -> why = unreachable.why();
                case AriLink.Answer.Refused refused -> {
                    return Optional.of(refused.why());
                }
            }
        }
        return Optional.of(why);
    }

    private Stream<AriLink> ownSwitchFirst(CallId call) {
        return switches.stream().sorted(Comparator.comparing(link -> !call.isOf(link.name())));
    }
}
