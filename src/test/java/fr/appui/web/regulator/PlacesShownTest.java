package fr.appui.web.regulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.InMemoryDirectory;
import fr.appui.web.store.StorageTrouble;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of the directory when its database goes. */
class PlacesShownTest {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");

    private final InMemoryDirectory kept = new InMemoryDirectory();
    private final RotaThatAnswers rota = new RotaThatAnswers();
    private @Nullable RuntimeException failure;
    private int asked;
    private final PlacesShown places = new PlacesShown(stored(), rota, noTrouble());

    @BeforeEach
    void aTerritory() {
        kept.save(TerritoryFinderTest.territory("HDF-OISE", "Oise", "Noyonnais", "03 44 00 00 01", "60471"));
    }

    @Test
    void whatIsAskedIsReadAsLongAsItCanBe() {
        places.readAgain();
        kept.save(TerritoryFinderTest.territory("HDF-OISE", "Oise nouvelle", "Noyonnais", "03 44 00 00 01", "60471"));
        assertThat(names()).containsExactly("Oise nouvelle");
    }

    @Test
    void whatWasReadBeforeIsShownWhenItIsAway() {
        places.readAgain();
        failure = away();
        places.readAgain();
        assertThat(names()).containsExactly("Oise");
        asked = 0;
        assertThat(places.territory(OISE)).isPresent();
        assertThat(places.establishments()).isEmpty();
        assertThat(asked).as("it is not waited for a second time").isZero();
    }

    @Test
    void aDatabaseThatIsKnownToBeAwayIsNotAsked() {
        places.readAgain();
        rota.answers = false;
        asked = 0;
        assertThat(names()).containsExactly("Oise");
        assertThat(asked).isZero();
    }

    @Test
    void whatIsNoFaultOfStorageIsNotHidden() {
        places.readAgain();
        failure = new IllegalStateException("a bug");
        assertThatThrownBy(places::territories).hasRootCause(failure);
    }

    /** On a new installation the first reading may have been before there was anything. */
    @Test
    void whatWasShownOnceIsShownWhenItIsAway() {
        assertThat(names()).containsExactly("Oise");
        failure = away();
        assertThat(names()).containsExactly("Oise");
    }

    /** It is there, and says that somebody else holds the row. */
    @Test
    void aCollisionIsNoOutage() {
        places.readAgain();
        failure = new IllegalStateException(new SQLException("lock", "HY000", 1205));
        assertThatThrownBy(places::territories).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsInventedWhereNothingWasRead() {
        failure = away();
        assertThatThrownBy(places::territories).isInstanceOf(RuntimeException.class);
    }

    static StorageTrouble noTrouble() {
        return new StorageTrouble(Clock.systemUTC());
    }

    private List<String> names() {
        return places.territories().stream().map(Territory::name).toList();
    }

    private static RuntimeException away() {
        return new IllegalStateException(new SQLTransientConnectionException("Acquisition timeout"));
    }

    private Directory stored() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
                    asked++;
                    if (failure != null) {
                        throw new IllegalStateException(failure);
                    }
                    try {
                        return method.invoke(kept, arguments);
                    } catch (InvocationTargetException inner) {
                        throw inner.getCause();
                    }
                });
    }
}
