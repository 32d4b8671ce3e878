/** What people ask about. Fields group topics that are asked about in the same ways. */
export type Field =
  | 'code'
  | 'data'
  | 'exact'
  | 'science'
  | 'writing'
  | 'business'
  | 'life'
  | 'society'
  | 'agent';

export interface Topic {
  readonly id: string;
  readonly field: Field;
  /** Noun phrases that stand where a question names its object. */
  readonly subjects: readonly string[];
}

function topic(field: Field, id: string, subjects: string): Topic {
  return { id, field, subjects: subjects.split('; ') };
}

export const TOPICS: readonly Topic[] = [
  topic(
    'code',
    'python-scripts',
    'a script that renames scanned invoices; a retry decorator with jitter; a generator that reads a large file; a dataclass with validation; an asyncio worker pool; a command line parser; a context manager for temp files; a memory leak in a long loop',
  ),
  topic(
    'code',
    'typescript-web',
    'a form with server-side errors; a debounced search box; a discriminated union for API replies; an infinite list that jumps; a date picker without dependencies; a generic event emitter; a hydration mismatch; a route guard',
  ),
  topic(
    'code',
    'sql-queries',
    'a running total per customer; a slow join on two large tables; gaps in a sequence of dates; the latest row per group; an upsert with a condition; a recursive folder tree; a deadlock between two updates; a pivot of monthly sales',
  ),
  topic(
    'code',
    'rust-systems',
    'a borrow error across an await; a ring buffer without locks; an iterator over a binary file; a trait with an associated type; error types for a library; a parser for length-prefixed frames; a lifetime in a struct; a channel that blocks',
  ),
  topic(
    'code',
    'java-services',
    'a thread pool that starves; a null check that hides a bug; a REST controller with paging; a scheduled job that runs twice; a cache with time to live; a slow start-up; a builder with required fields; an integration test with a database',
  ),
  topic(
    'code',
    'cpp-performance',
    'false sharing between two threads; a hot loop that will not vectorise; a move constructor that copies; a custom allocator; a hash map with open addressing; a stack overflow in recursion; a matrix transpose; undefined behaviour in a cast',
  ),
  topic(
    'code',
    'unit-testing',
    'a test that fails only at night; fixtures for a payment module; a mock of a clock; property tests for a parser; coverage of error paths; a flaky browser test; a snapshot nobody reads; tests for a migration',
  ),
  topic(
    'code',
    'code-review',
    'a pull request with a thousand lines; naming in a legacy module; a function with nine arguments; duplicated validation; a missing index; error handling in a worker; a risky default; an unsafe regular expression',
  ),
  topic(
    'code',
    'debugging',
    'a segmentation fault on exit; an off-by-one in paging; a race at start-up; a stack trace without line numbers; a request that hangs for thirty seconds; a value that turns negative; a crash on one phone model; an encoding error',
  ),
  topic(
    'code',
    'algorithms',
    'shortest paths with a budget; a sliding window maximum; interval merging; a trie for prefixes; topological order with cycles; the edit distance of two lists; a knapsack with groups; union-find with rollback',
  ),
  topic(
    'code',
    'regex-parsing',
    'quoted fields with commas; a phone number in free text; nested brackets; log lines with two formats; an e-mail header; a version string; trailing white space; a date in three notations',
  ),
  topic(
    'code',
    'mobile-apps',
    'a list that stutters; offline sync with conflicts; a permission dialog; push messages that arrive twice; battery drain in the background; dark mode colours; a deep link; an upload that must resume',
  ),
  topic(
    'agent',
    'repo-maintenance',
    'the failing build of the billing package; an upgrade of the lint rules; dead code under the old router; circular imports in the core; the release script; types of the storage layer; a split of the utilities folder; the change log',
  ),
  topic(
    'agent',
    'shell-automation',
    'a backup that keeps seven days; a job that watches a folder; disk use by directory; certificates that expire soon; users without a login; a safe delete of old logs; a retry around a flaky command; parallel downloads',
  ),
  topic(
    'agent',
    'browser-tasks',
    'a table spread over several pages; a form with a hidden field; a list of open positions; prices in three currencies; a calendar that loads late; a download behind a button; a report to be compared; a broken link check',
  ),
  topic(
    'agent',
    'research-agents',
    'suppliers of recycled glass; public tenders for buses; clinical registers; standards for battery packs; grants for small theatres; a timeline of a merger; competing claims about a bridge; sources on a port strike',
  ),
  topic(
    'agent',
    'tool-planning',
    'a trip with two stops and one budget; a meeting across four calendars; a refund that needs approval; an order with a missing part; a data pull from three systems; a ticket that was assigned wrongly; a stock transfer; an escalation',
  ),
  topic(
    'agent',
    'spreadsheet-agents',
    'a budget with broken references; two sheets that disagree; a forecast by region; duplicate customers; a pivot that misses rows; currency conversions; a roster with gaps; an expense audit',
  ),
  topic(
    'data',
    'statistics',
    'a t-test with unequal groups; the power of a small trial; a confidence interval for a ratio; multiple comparisons; a regression with outliers; a prior for a rare event; missing answers in a survey; a bootstrap of a median',
  ),
  topic(
    'data',
    'data-cleaning',
    'addresses in mixed order; names with two alphabets; negative quantities; dates before 1900; duplicate orders; units that differ by row; merged cells; free-text job titles',
  ),
  topic(
    'data',
    'visualisation',
    'a chart with two axes; too many categories; change over five years; uncertainty in a forecast; a map with tiny regions; a small table for print; colours for three states; a dashboard nobody opens',
  ),
  topic(
    'data',
    'machine-learning',
    'a model that overfits; an imbalanced class; a learning rate schedule; leakage through a date column; embeddings for product names; calibration of scores; a baseline that is hard to beat; feature drift',
  ),
  topic(
    'data',
    'forecasting',
    'demand for umbrellas; call volume on holidays; energy use of a school; a series with a break; intermittent spare parts; ticket sales before a festival; bed occupancy; a promotion effect',
  ),
  topic(
    'data',
    'experiments',
    'a test that was stopped early; a metric that moves both ways; a holdout group; novelty effects; a switchback design; spill-over between users; a sample ratio mismatch; a guardrail metric',
  ),
  topic(
    'exact',
    'algebra',
    'a quadratic with a parameter; three equations in three unknowns; a polynomial remainder; an inequality with absolute values; a geometric series; roots of unity; a functional equation; a system modulo seven',
  ),
  topic(
    'exact',
    'calculus',
    'the volume of a bowl; a limit of two exponentials; an integral by parts; a rate of filling; a Taylor bound; an arc length; a differential equation with delay; a constrained maximum',
  ),
  topic(
    'exact',
    'probability',
    'a draw without replacement; two dice and a condition; the waiting time for a pattern; a random walk with a wall; a birthday problem in a class; a biased coin; an urn that grows; a queue with two desks',
  ),
  topic(
    'exact',
    'geometry',
    'a circle inside a triangle; a folded sheet of paper; the angle between two planes; a shortest path on a box; a ladder and a wall; a regular hexagon; a point with equal powers; a sphere in a cone',
  ),
  topic(
    'exact',
    'number-theory',
    'the last two digits of a power; a sum of two squares; a greatest common divisor; consecutive composite numbers; an order modulo a prime; a Diophantine equation; divisors of a factorial; a repeating decimal',
  ),
  topic(
    'exact',
    'logic-puzzles',
    'five houses and five drinks; a liar and a truth teller; weighing coins; crossing a bridge at night; a schedule with forbidden pairs; a prisoner and a hat; a grid with missing digits; a knight on a board',
  ),
  topic(
    'exact',
    'competitive-programming',
    'counting paths in a grid; a tree with heavy edges; queries on a growing array; scheduling with deadlines; a string with few changes; colouring a graph; a game with piles; matching two lists',
  ),
  topic(
    'exact',
    'formal-proofs',
    'the irrationality of a root; an induction over trees; a bijection of two sets; a compactness argument; a pigeonhole step; an invariant of a game; a proof by infinite descent; a lemma on convex sets',
  ),
  topic(
    'science',
    'physics',
    'a pendulum with a heavy rod; a cooling cup of tea; a lens in water; a charged ring; a rocket with two stages; a skater who pulls in the arms; a wave on a string; a tunnel through a planet',
  ),
  topic(
    'science',
    'chemistry',
    'the pH of a buffer; a limiting reagent; an ester made from an acid; a crystal that absorbs water; a titration curve; oxidation numbers; vapour pressure of a mixture; a catalyst that ages',
  ),
  topic(
    'science',
    'biology',
    'gene expression under stress; a food web with one loss; enzymes at low temperature; plant grafting; antibiotic resistance; a pedigree with two traits; the krebs cycle; bird migration',
  ),
  topic(
    'science',
    'medicine-info',
    'an iron deficiency; side effects of a common drug; recovery after a knee operation; sleep and shift work; reading a blood test; vaccines for a trip; hearing loss at work; a migraine diary',
  ),
  topic(
    'science',
    'materials',
    'a crack in a weld; fatigue of an axle; a coating that peels; concrete in winter; a bearing that hums; bamboo as a beam; the stiffness of foam; corrosion near the sea',
  ),
  topic(
    'science',
    'climate-energy',
    'a heat pump in an old house; wind power at night; storage for a village; methane from a landfill; shade in a street; solar panels and snow; a carbon budget; tides as a source',
  ),
  topic(
    'science',
    'astronomy',
    'the phases of a moon; a transit light curve; tides on two moons; a meteor shower; a binary star; the colour of a planet; a comet tail; a telescope for beginners',
  ),
  topic(
    'writing',
    'email-drafts',
    'a late delivery; a declined invitation; a price increase; a reference for a colleague; an apology to a client; a reminder of an invoice; a change of address; thanks after an interview',
  ),
  topic(
    'writing',
    'blog-posts',
    'a village bakery; remote work after three years; a repair cafe; learning an instrument late; a walking route; small gardens; a product launch; a reading challenge',
  ),
  topic(
    'writing',
    'fiction',
    'a lighthouse keeper who cannot sleep; two sisters and a map; a town without clocks; a train that never stops; a chess player who loses; a letter found in a wall; a robot gardener; a winter market',
  ),
  topic(
    'writing',
    'editing',
    'a paragraph that repeats itself; a formal cover letter; passive voice in a report; a speech of five minutes; a headline; a summary for a board; a recipe text; an abstract that is too long',
  ),
  topic(
    'writing',
    'translation',
    'a user manual for a kettle; a rental contract; a menu; subtitles of an interview; a school letter; safety notes for a ladder; a museum label; a warranty card',
  ),
  topic(
    'writing',
    'presentations',
    'quarterly numbers; a pitch for a bicycle lock; a training on ladders; a lecture on glaciers; a project review; an onboarding day; results of a survey; a retirement speech',
  ),
  topic(
    'business',
    'marketing',
    'a loyalty card for a cafe; a launch of oat biscuits; a newsletter with few readers; a slogan for a locksmith; a local fair; reviews that turned bad; a referral scheme; photographs for a shop',
  ),
  topic(
    'business',
    'customer-support',
    'a parcel that never came; a double charge; a forgotten password; a broken zip; a cancelled class; a wrong size; a locked account; a missing invoice',
  ),
  topic(
    'business',
    'finance-accounting',
    'depreciation of a van; a cash flow plan; a supplier discount; a margin that shrinks; an invoice in another currency; a reserve for repairs; inventory at year end; a loan with a grace period',
  ),
  topic(
    'business',
    'human-resources',
    'a job advert for a welder; a first week plan; a difficult review; part-time rules; a holiday roster; exit interviews; a training budget; a code of conduct',
  ),
  topic(
    'business',
    'product-management',
    'a backlog without owners; a feature few people use; interviews with five users; a roadmap for a board; acceptance criteria; a pricing page; a launch checklist; a deprecation notice',
  ),
  topic(
    'business',
    'operations',
    'a warehouse with two doors; a delivery route; stock that expires; a supplier that is late; a shift hand-over; a machine that stops on Mondays; a recall; a quality check',
  ),
  topic(
    'society',
    'contracts',
    'a clause on liability; a lease with a break option; terms for a freelance; a warranty; a non-compete; a data processing annex; a late payment fee; a letter of intent',
  ),
  topic(
    'society',
    'history',
    'a medieval guild; the building of a canal; trade in the Baltic; a treaty of small states; the first railways; a plague year; printing shops; a lost library',
  ),
  topic(
    'society',
    'economics',
    'a tax on sugar; rent control; a minimum wage; a currency peg; auctions for spectrum; an opportunity cost; a trade deficit; price caps on energy',
  ),
  topic(
    'society',
    'philosophy',
    'a promise to a stranger; the ship of Theseus; moral luck; knowledge and belief; the value of art; free will; a thought experiment with trolleys; fairness in a lottery',
  ),
  topic(
    'society',
    'education',
    'a lesson on fractions; a reading group; a test with partial credit; a field trip; feedback on essays; a rubric for projects; a quiz on rivers; homework without screens',
  ),
  topic(
    'life',
    'cooking',
    'a soup from leftovers; bread without kneading; a birthday cake for ten; lentils; a sauce that splits; a picnic; pickled vegetables; dinner in twenty minutes',
  ),
  topic(
    'life',
    'travel',
    'three days by train; a trip with a toddler; hiking huts; a city in the rain; packing for a ferry; a cheap weekend; a route along a coast; a museum day',
  ),
  topic(
    'life',
    'fitness-health',
    'a plan for ten kilometres; stretching at a desk; a sore shoulder; swimming for beginners; cycling to work; balance exercises; a rest week; a routine without equipment',
  ),
  topic(
    'life',
    'home-garden',
    'a dripping tap; tomatoes on a balcony; a squeaky door; moss in a lawn; paint for a damp wall; a compost heap; shelves in a corner; a hedge for birds',
  ),
];

const byId = new Map(TOPICS.map((entry) => [entry.id, entry]));

/** The topic of that id. Throws RangeError for an id that is not in TOPICS. */
export function topicOf(id: string): Topic {
  const found = byId.get(id);
  if (!found) throw new RangeError(`No such topic: ${id}`);
  return found;
}

export function topicsOf(...fields: Field[]): Topic[] {
  return TOPICS.filter((entry) => fields.includes(entry.field));
}
