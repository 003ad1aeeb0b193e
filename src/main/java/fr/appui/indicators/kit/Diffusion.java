package fr.appui.indicators.kit;

import fr.appui.directory.MailAddress;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * To whom a territory's poster and cards go (doc 001 §7, « diffuser à l'ensemble des acteurs »), and what became of each sending.
 * A poster goes once to an address: another one, with other hours or another number, goes anew.
 */
public interface Diffusion {

    /** More than any territory has of establishments and services that may call. */
    int MOST = 3_000;

    enum Kind {
        EHPAD("EHPAD"),
        EMS("autre établissement médico-social"),
        SSIAD("SSIAD"),
        HAD("HAD"),
        HOSPITAL("établissement de santé"),
        CPTS("CPTS"),
        HOUSE("maison de santé"),
        PHYSICIAN("médecin"),
        NURSE("infirmier ou infirmière"),
        SAMU("SAMU"),
        SAS("SAS"),
        PDSA("PDSA"),
        DAC("DAC"),
        OTHER("autre");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param phone from which they would call; empty where it is not known */
    record Contact(Kind kind, String name, MailAddress mail, Optional<PhoneNumber> phone) {}

    enum State {
        TO_SEND("À envoyer"),
        SENT("Remis au serveur de courrier"),
        /** It was begun, and nothing tells whether the server took it: only a person sends it again. */
        UNKNOWN("Issue inconnue"),
        FAILED("Échec");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param reason of the last failure, empty for none @param sentAt when a mail server took it, never before */
    record Sending(State state, String reason, int tries, String by, Instant queuedAt, Optional<Instant> sentAt) {}

    /** @param sending of the poster asked about; empty when it was never to be sent to them */
    record Listed(long id, Contact contact, Optional<Sending> sending) {}

    /** A message on its way. @param poster which one was to be sent */
    record Due(long id, TerritoryCode territory, String name, MailAddress mail, String poster) {}

    /** By kind and name. @param poster the digest of the present one */
    List<Listed> of(TerritoryCode territory, String poster);

    /** Adds those whose address is new, corrects the others; none is taken away. */
    void keep(TerritoryCode territory, List<Contact> contacts, String by);

    /** What was sent to them stays for a while. @return false when there is no such contact */
    boolean remove(TerritoryCode territory, long contact);

    /**
     * Queues the poster for those of these kinds to whom it was not sent; those that failed are tried again.
     *
     * @param unknownToo whether those go again whose sending ended nobody knows how: they may get it twice
     * @return how many were queued by this act: of two at the same moment each message is one's
     */
    int queue(TerritoryCode territory, List<Kind> kinds, String poster, boolean unknownToo, String by);

    List<Due> due(Instant now, int most);

    /** Takes a message for this attempt, whose end is unknown until it is told. @return false when somebody else has it, or had it a moment ago */
    boolean take(long message, Instant now);

    void sent(long message, Instant at);

    /** Tried again later, and given up after a few times. */
    void failed(long message, String reason, Instant at);

    /** Nothing tells whether it was taken: not tried again by itself. */
    void unheard(long message, String reason, Instant at);

    /** Of a message whose poster is another meanwhile: it is not sent. */
    void outdated(long message, Instant at);
}
