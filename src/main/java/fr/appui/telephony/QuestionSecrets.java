package fr.appui.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.appui.trace.CallId;
import java.security.MessageDigest;
import java.util.Map;

/** Where a switch has a secret, its questions bring it; a call of no switch that is known has none. */
record QuestionSecrets(Map<String, TelephonySettings.Switch> switches) {

    boolean isTrusted(String call, String secret) {
        return CallId.tryParse(call).stream()
                .flatMap(id -> switches.entrySet().stream().filter(entry -> id.isOf(entry.getKey())))
                .findFirst()
                .flatMap(entry -> entry.getValue().questionSecret())
                .map(wanted -> MessageDigest.isEqual(wanted.getBytes(UTF_8), secret.getBytes(UTF_8)))
                .orElse(switches.values().stream()
                        .allMatch(other -> other.questionSecret().isEmpty()));
    }
}
