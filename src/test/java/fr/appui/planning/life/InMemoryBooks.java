package fr.appui.planning.life;

import fr.appui.calendar.KeptCalendars;
import fr.appui.directory.Directory;

class InMemoryBooks implements Books {

    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final InMemoryCalendars calendars = new InMemoryCalendars(directory);
    private final InMemoryRotas rotas = new InMemoryRotas(directory, calendars);
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final InMemoryWishes wishes = new InMemoryWishes();
    private final InMemorySwaps swaps = new InMemorySwaps();
    private final InMemoryReplacementRequests requests = new InMemoryReplacementRequests();
    private final InMemoryWishCampaigns campaigns = new InMemoryWishCampaigns();
    private final InMemorySettings settings = new InMemorySettings();
    private final InMemoryDerogations derogations = new InMemoryDerogations();
    private final InMemoryJobs jobs = new InMemoryJobs();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryActs acts = new InMemoryActs();
    private final InMemoryToldDuties told = new InMemoryToldDuties();
    private final InMemoryFeedTokens tokens = new InMemoryFeedTokens();
    private final InMemoryNotices notices = new InMemoryNotices();

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public KeptCalendars calendars() {
        return calendars;
    }

    @Override
    public InMemoryRotas rotas() {
        return rotas;
    }

    @Override
    public DraftBook drafts() {
        return drafts;
    }

    @Override
    public WishBook wishes() {
        return wishes;
    }

    @Override
    public SwapBook swaps() {
        return swaps;
    }

    @Override
    public ReplacementRequestBook requests() {
        return requests;
    }

    @Override
    public WishCampaignBook campaigns() {
        return campaigns;
    }

    @Override
    public SettingsBook settings() {
        return settings;
    }

    @Override
    public DerogationBook derogations() {
        return derogations;
    }

    @Override
    public JobBook jobs() {
        return jobs;
    }

    @Override
    public AlertBook alerts() {
        return alerts;
    }

    @Override
    public PlanningActs acts() {
        return acts;
    }

    @Override
    public ToldDuties told() {
        return told;
    }

    @Override
    public FeedTokens tokens() {
        return tokens;
    }

    @Override
    public InMemoryNotices notices() {
        return notices;
    }
}
