package fr.appui.web.territories;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import java.util.Optional;

/** One territory in a list. @param number the line's number as it is printed in France */
public record TerritoryLine(String code, String name, Optional<String> number) {

    static TerritoryLine of(Territory territory) {
        return new TerritoryLine(
                territory.code().value(),
                territory.name(),
                territory.line().map(SupportLine::number).map(PhoneNumber::national));
    }
}
