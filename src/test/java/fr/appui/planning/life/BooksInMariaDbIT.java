package fr.appui.planning.life;

import fr.appui.calendar.KeptCalendars;
import fr.appui.directory.Directory;
import fr.appui.planning.notice.NoticeQueue;
import fr.appui.rota.PublishedRotas;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The books in MariaDB. Each call reads and writes the database itself; nothing of it stays. */
@QuarkusTest
class BooksInMariaDbIT
        implements DraftBookContract,
                WishBookContract,
                SwapBookContract,
                ReplacementRequestBookContract,
                WishCampaignBookContract,
                SettingsBookContract,
                DerogationBookContract,
                JobBookContract,
                AlertBookContract,
                PlanningActsContract,
                ToldDutiesContract,
                FeedTokensContract,
                NoticeQueueContract,
                PublishedRotasContract,
                DirectoryContract {

    @Inject
    EntityManager database;

    @Inject
    Directory directory;

    @Inject
    KeptCalendars calendars;

    @Inject
    PublishedRotas rotas;

    @Inject
    DraftBook drafts;

    @Inject
    WishBook wishes;

    @Inject
    SwapBook swaps;

    @Inject
    ReplacementRequestBook requests;

    @Inject
    WishCampaignBook campaigns;

    @Inject
    SettingsBook settings;

    @Inject
    DerogationBook derogations;

    @Inject
    JobBook jobs;

    @Inject
    AlertBook alerts;

    @Inject
    PlanningActs acts;

    @Inject
    ToldDuties told;

    @Inject
    FeedTokens tokens;

    @Inject
    NoticeQueue notices;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void takeBack() {
        QuarkusTransaction.rollback();
    }

    private <T> T reread(T book) {
        database.flush();
        database.clear();
        return book;
    }

    @Override
    public Directory directory() {
        return reread(directory);
    }

    @Override
    public KeptCalendars calendars() {
        return reread(calendars);
    }

    @Override
    public PublishedRotas rotas() {
        return reread(rotas);
    }

    @Override
    public DraftBook drafts() {
        return reread(drafts);
    }

    @Override
    public WishBook wishes() {
        return reread(wishes);
    }

    @Override
    public SwapBook swaps() {
        return reread(swaps);
    }

    @Override
    public ReplacementRequestBook requests() {
        return reread(requests);
    }

    @Override
    public WishCampaignBook campaigns() {
        return reread(campaigns);
    }

    @Override
    public SettingsBook settings() {
        return reread(settings);
    }

    @Override
    public DerogationBook derogations() {
        return reread(derogations);
    }

    @Override
    public JobBook jobs() {
        return reread(jobs);
    }

    @Override
    public AlertBook alerts() {
        return reread(alerts);
    }

    @Override
    public PlanningActs acts() {
        return reread(acts);
    }

    @Override
    public ToldDuties told() {
        return reread(told);
    }

    @Override
    public FeedTokens tokens() {
        return reread(tokens);
    }

    @Override
    public NoticeQueue notices() {
        return reread(notices);
    }
}
