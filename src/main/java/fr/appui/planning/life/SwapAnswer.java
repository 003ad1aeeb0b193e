package fr.appui.planning.life;

import fr.appui.planning.Rule;
import java.util.List;

/** What came of proposing or answering a swap. */
public sealed interface SwapAnswer {

    /** @param remarks what each must know before agreeing, in French */
    record Done(SwapOffer offer, List<String> remarks) implements SwapAnswer {}

    /** @param reasons a French sentence for each of the rules */
    record Refused(List<Rule> rules, List<String> reasons) implements SwapAnswer {}

    /** No such swap waits for this act of this physician: what is others' answers as what does not exist. */
    record NotTheirs() implements SwapAnswer {

        public static final String WHY =
                "Aucun échange de ce nom n’attend cela de ce médecin : seul le médecin sollicité"
                        + " répond, seul celui qui propose retire.";
    }

    /** @param field what to correct @param why in French, with the remedy */
    record Senseless(String field, String why) implements SwapAnswer {}
}
