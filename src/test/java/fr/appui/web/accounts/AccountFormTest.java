package fr.appui.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountFormTest {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final TerritoryCode AISNE = new TerritoryCode("HDF-AISNE");

    @Test
    void aRightIsOverTerritoriesThatThereAre() {
        List<TerritoryCode> known = List.of(AISNE, OISE);
        assertThat(AccountForm.grants(List.of("COORDINATOR"), "hdf-oise, HDF-OISE;hdf-aisne", known))
                .containsExactly(Grant.over(Role.COORDINATOR, OISE), Grant.over(Role.COORDINATOR, AISNE));
        assertThat(AccountForm.grants(List.of("COORDINATOR"), " ", known))
                .containsExactly(Grant.everywhere(Role.COORDINATOR));
        assertThatThrownBy(() -> AccountForm.grants(List.of("COORDINATOR"), "HDF-OIS", known))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("territoires : « HDF-OIS » n’est pas connu ; choisir parmi HDF-AISNE, HDF-OISE");
    }
}
