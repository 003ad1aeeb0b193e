package fr.appui.directory;

import fr.appui.french.FrenchDate;
import fr.appui.french.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A convention between the host and an establishment whose physicians take part in one territory's service (doc 001 §4).
 *
 * @param dates the dates of duty that it covers
 */
public record Agreement(
        TerritoryCode territory,
        Finess host,
        Finess partner,
        LocalDate signedOn,
        DateSpan dates,
        List<Signatory> signatories) {

    public Agreement {
        signatories = List.copyOf(signatories);
        if (host.equals(partner)) {
            throw new InvalidInput(
                    "convention : l’établissement porteur n’en signe pas avec lui-même ; choisir un établissement partenaire");
        }
        if (signatories.size() < 2) {
            throw new InvalidInput("convention : indiquer un signataire pour chacun des deux établissements");
        }
        if (signedOn.isAfter(dates.from())) {
            throw new InvalidInput("convention : signée le " + FrenchDate.of(signedOn)
                    + ", elle ne peut s’appliquer dès le " + FrenchDate.of(dates.from()));
        }
    }

    /** Its fields by the names that the audit log tells. */
    List<Map.Entry<String, Object>> told() {
        return List.of(
                Map.entry("établissement porteur", host),
                Map.entry("établissement partenaire", partner),
                Map.entry("date de signature", signedOn),
                Map.entry("durée", dates),
                Map.entry("signataires", signatories));
    }
}
