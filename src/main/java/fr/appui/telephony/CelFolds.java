package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Recognises a call, or an attempt to call somebody back, by what the dialplan states first of it. */
final class CelFolds {

    private static final String ARRIVED = "arrived" + Wire.FIELDS;

    private static final String CALLING_BACK = "call-back-started" + Wire.FIELDS;

    private final String switchName;
    private final BiFunction<PhoneNumber, Instant, Optional<TerritoryCode>> territories;

    CelFolds(String switchName, BiFunction<PhoneNumber, Instant, Optional<TerritoryCode>> territories) {
        this.switchName = switchName;
        this.territories = territories;
    }

    Optional<CallFold> begunBy(CelRecord record) {
        return record.stated().flatMap(fact -> begunBy(fact, record.linked()));
    }

    private Optional<CallFold> begunBy(String fact, String linked) {
        if (fact.startsWith(ARRIVED)) {
            return Optional.of(new CelFold(new CallId(switchName + "-" + linked), territories));
        }
        return fact.startsWith(CALLING_BACK) ? CallBackFold.of(fact) : Optional.empty();
    }
}
