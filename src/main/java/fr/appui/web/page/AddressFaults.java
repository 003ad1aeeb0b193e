package fr.appui.web.page;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import fr.appui.web.Problem;
import fr.appui.web.request.Faults;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an address asks of a page that only looks, and what cannot be read of it: the page is shown without that, and the frame says
 * so ({@code inject:addressFaults}). What a form sends is read by {@link Faults}: nothing is done of which a part is not understood.
 */
@Named("addressFaults")
@RequestScoped
public class AddressFaults {

    private final Faults faults = new Faults();

    /** Empty where nothing is asked, or nothing that can be read. @param label what the page calls it */
    public <T> Optional<T> read(String label, String asked, Function<String, T> reading) {
        if (WrittenValue.isNothing(asked)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(WrittenValue.of(asked)));
        } catch (InvalidInput unreadable) {
            refuse(label, unreadable.sentence());
        } catch (Problem.Refused unreadable) {
            unreadable.problem().errors().forEach(error -> refuse(label, error.message()));
        }
        return Optional.empty();
    }

    private void refuse(String label, String why) {
        faults.add("", label + " : " + why);
    }

    public List<Faults.Fault> getAll() {
        return faults.getAll();
    }
}
