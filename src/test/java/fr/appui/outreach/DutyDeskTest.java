package fr.appui.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Dialling;
import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.PublishedRotas;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DutyDeskTest {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final PhysicianId PHYSICIAN = new PhysicianId(new UUID(0, 1));

    /** A tap at 3 a.m. in a country of a hundred territories read the rota of each, three times. */
    @Test
    void whoever_taps_waits_for_the_rotas_that_name_them_alone() {
        var read = new ArrayList<Object>();
        PublishedRotas rotas = (PublishedRotas) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PublishedRotas.class}, (self, method, given) -> {
                    read.add(method.getName() + " " + given[0]);
                    return method.getName().equals("territoriesNaming") ? Set.of(OISE) : List.of();
                });
        Directory nothingIsAsked = (Directory) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Directory.class}, (self, method, given) -> {
                    throw new AssertionError(method + " is asked of the directory");
                });
        var desk = new DutyDesk(rotas, null, null, null, null, nothingIsAsked, Dialling.OF_THE_SITE, Clock.systemUTC());

        assertThat(desk.territoriesOf(PHYSICIAN, LocalDate.of(2026, 3, 5))).isEmpty();
        assertThat(read).containsExactly("territoriesNaming " + Set.of(PHYSICIAN), "days " + OISE);
    }
}
