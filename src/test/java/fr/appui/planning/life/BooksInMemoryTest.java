package fr.appui.planning.life;

/** The books that the desks are tried on keep what the real ones keep. */
class BooksInMemoryTest extends InMemoryBooks
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
                DirectoryContract {}
