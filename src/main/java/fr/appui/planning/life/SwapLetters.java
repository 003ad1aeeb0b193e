package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.FrenchDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What physicians read about swaps. */
@ApplicationScoped
class SwapLetters {

    private final Letters letters;
    private final WrittenNames names;

    SwapLetters(Letters letters, WrittenNames names) {
        this.letters = letters;
        this.names = names;
    }

    /** @param remarks what to know before agreeing */
    void proposed(SwapOffer offer, List<String> remarks) {
        letters.toPhysician(
                offer.territory(),
                offer.terms().other(),
                "Échange d’astreinte proposé",
                "Bonjour,\n\n" + sentence(offer) + "\n\nRaison : " + offer.act().reason()
                        + "\n" + String.join("\n", remarks)
                        + "\nLes règles du planning l’admettent. Votre réponse se donne dans l’application, page « Mes échanges ».\n");
    }

    void unchanged(SwapOffer offer) {
        unchanged(offer, offer.terms().proposer());
    }

    void withdrawn(SwapOffer offer) {
        unchanged(offer, offer.terms().other());
    }

    private void unchanged(SwapOffer offer, PhysicianId reader) {
        letters.toPhysician(
                offer.territory(),
                reader,
                "Échange d’astreinte " + offer.status().label(),
                "Bonjour,\n\n" + sentence(offer) + "\n\nCet échange est "
                        + offer.status().label() + " : le planning ne change pas.\n");
    }

    /** {@code Dr Martin laisse le 3 août à Dr Lefèvre et prend le 12 août.} */
    String sentence(SwapOffer offer) {
        SwapOffer.Terms terms = offer.terms();
        String back = terms.taken().isEmpty() ? "" : " et prend " + FrenchDays.of(terms.taken());
        return names.of(terms.proposer()) + " laisse " + FrenchDays.of(terms.given()) + " à " + names.of(terms.other())
                + back + ".";
    }
}
