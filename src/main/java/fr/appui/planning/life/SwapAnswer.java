package fr.appui.planning.life;

import fr.appui.planning.Rule;
import java.util.List;

/** What came of proposing or answering a swap. */
public sealed interface SwapAnswer {

    /** @param remarks what each must know before agreeing, in French */
    record Done(SwapOffer offer, List<String> remarks) implements SwapAnswer {}

    /** @param reasons a French sentence for each of the rules */
    record Refused(List<Rule> rules, List<String> reasons) implements SwapAnswer {}

    /** @param field what to correct @param why in French, with the remedy */
    record Senseless(String field, String why) implements SwapAnswer {}
}
