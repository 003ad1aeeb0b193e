package fr.appui.outreach;

import java.util.Optional;

/**
 * The switch, for calls that the service begins. Both answer within seconds, when the switch took the order: what becomes of
 * it is in the trace for a call-back, in a {@link LineAnswer} for a check, in both for a trial.
 */
public interface Telephone {

    /** Rings the physician, then the caller, and joins them. @return in French, why it was not begun; empty when it was */
    Optional<String> callBack(CallBackOrder order);

    /** Rings the physician and asks for a key. @return in French, why it was not begun; empty when it was */
    Optional<String> check(LineCheckOrder order);

    /** Rings the line as a caller would, for one number and nobody else. @return in French, why it was not begun; empty when it was */
    Optional<String> trial(TrialOrder order);
}
