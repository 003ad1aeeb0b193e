package fr.appui.web.directory;

import jakarta.ws.rs.DefaultValue;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/** What the page of a line sends. */
public final class LineSheet {

    private static final int MOST_ROWS = 10;

    @RestForm
    @DefaultValue("-1")
    public int version = -1;

    @RestForm
    @DefaultValue("")
    public String number = "";

    @RestForm
    @DefaultValue("")
    public String mail = "";

    @RestForm
    @DefaultValue("")
    public String coordination = "";

    @RestForm
    @DefaultValue("false")
    public boolean asksProfile;

    @RestForm
    public List<String> ringSeconds = List.of();

    @RestForm
    @DefaultValue("")
    public String daytimeContact = "";

    @RestForm
    @DefaultValue("false")
    public boolean transfersToDaytimeContact;

    @RestForm
    @DefaultValue("")
    public String fallback = "";

    @RestForm
    @DefaultValue("")
    public String secondRungAfterSeconds = "";

    @RestForm
    @DefaultValue("false")
    public boolean redialsFirst;

    @RestForm
    @DefaultValue("")
    public String whenInCall = "";

    @RestForm
    @DefaultValue("")
    public String samu = "";

    @RestForm
    @DefaultValue("")
    public String longestSearchSeconds = "";

    @RestForm
    @DefaultValue("")
    public String whenNoKey = "";

    @RestForm
    @DefaultValue("")
    public String waitingSound = "";

    @RestForm
    @DefaultValue("")
    public String dialPhysicians = "";

    @RestForm
    @DefaultValue("")
    public String dialLines = "";

    @RestForm
    @DefaultValue("")
    public String dialCallers = "";

    @RestForm
    public List<String> neighbour = List.of();

    @RestForm
    public List<String> reliefNumber = List.of();

    @RestForm
    public List<String> reliefFrom = List.of();

    @RestForm
    public List<String> reliefTo = List.of();

    @RestForm
    @DefaultValue("")
    public String alerts = "";

    @RestForm
    @DefaultValue("")
    public String paediatric = "";

    @RestForm
    @DefaultValue("false")
    public boolean admitsUnknown;

    @RestForm
    @DefaultValue("false")
    public boolean keepsSamuFiles;

    @RestForm
    @DefaultValue("")
    public String hostRule = "";

    @RestForm
    @DefaultValue("false")
    public boolean excludesLisp;

    @RestForm
    @DefaultValue("")
    public String patients = "";

    @RestForm
    public List<String> contactName = List.of();

    @RestForm
    public List<String> contactNumber = List.of();

    @RestForm
    public List<String> contactZones = List.of();

    @RestForm
    public List<String> contactHours = List.of();

    /** The rows whose relief also serves while the line is closed. */
    @RestForm
    public List<String> reliefWhenClosed = List.of();

    /** The row and the day: {@code 0-MONDAY}. */
    @RestForm
    public List<String> reliefDay = List.of();

    LineEntry entry() {
        return new LineEntry(
                number,
                mail,
                coordination,
                asksProfile,
                ringSeconds,
                daytimeContact,
                transfersToDaytimeContact,
                fallback,
                secondRungAfterSeconds,
                redialsFirst,
                whenInCall,
                Stream.iterate(0, at -> at < Math.min(neighbour.size(), MOST_ROWS), at -> at + 1)
                        .map(this::relief)
                        .filter(relief -> !relief.neighbour().isEmpty()
                                || !relief.number().isEmpty()
                                || !relief.from().isEmpty())
                        .toList(),
                samu,
                longestSearchSeconds,
                whenNoKey,
                waitingSound,
                dialPhysicians,
                dialLines,
                dialCallers,
                new RulesEntry(
                        alerts,
                        paediatric,
                        admitsUnknown,
                        keepsSamuFiles,
                        hostRule,
                        excludesLisp,
                        patients,
                        contacts()));
    }

    private List<RulesEntry.ContactEntry> contacts() {
        return Stream.iterate(0, at -> at < Math.min(contactName.size(), MOST_ROWS), at -> at + 1)
                .map(row -> new RulesEntry.ContactEntry(
                        contactName.get(row),
                        PhysicianForm.cell(contactNumber, row),
                        RulesEntry.zones(PhysicianForm.cell(contactZones, row)),
                        PhysicianForm.cell(contactHours, row)))
                .filter(contact -> !contact.isBlank())
                .toList();
    }

    private LineEntry.ReliefEntry relief(int row) {
        return new LineEntry.ReliefEntry(
                neighbour.get(row),
                PhysicianForm.cell(reliefNumber, row),
                reliefWhenClosed.contains(Integer.toString(row)),
                PhysicianForm.days(reliefDay, row),
                PhysicianForm.cell(reliefFrom, row),
                PhysicianForm.cell(reliefTo, row));
    }
}
