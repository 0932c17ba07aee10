package dev.smtpdiag.kb;

import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ExtensionTopic;
import dev.smtpdiag.kb.Topic.FindingTopic;
import dev.smtpdiag.kb.Topic.MechanismTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Resources;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import dev.smtpdiag.smtp.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The knowledge base in one language, with English where that language has no text. */
public final class KnowledgeBase {

    private static final String REPLY_CODES = "reply-codes.tsv";
    private static final String ENHANCED_CODES = "enhanced-codes.tsv";

    private static final String EXTENSIONS = "extensions.tsv";
    private static final String MECHANISMS = "mechanisms.tsv";

    private final Language language;
    private @Nullable ProviderReplies providers;

    private KnowledgeBase(Language language) {
        this.language = language;
    }

    public static KnowledgeBase in(Language language) {
        return new KnowledgeBase(language);
    }

    public Language language() {
        return language;
    }

    /** The words about a topic, or null when there are none. */
    public @Nullable Article article(Topic topic) {
        if (topic instanceof ReplyCodeTopic reply) {
            return words("reply/" + reply.code());
        }
        if (topic instanceof EnhancedCodeTopic enhanced) {
            Article article = words("enhanced/" + enhanced.code().topic());
            return article == null ? null : ClassView.of(article, enhanced.code());
        }
        if (topic instanceof ExtensionTopic extension) {
            ExtensionFacts facts = extension(extension.keyword());
            return facts == null ? null : required("extension/" + facts.article());
        }
        if (topic instanceof MechanismTopic mechanism) {
            MechanismFacts facts = mechanism(mechanism.name());
            return facts == null ? null : required("mechanism/" + facts.article());
        }
        return words("finding/" + topic.name());
    }

    /** The note about two codes that people confuse, in either order; null when there is none. */
    public @Nullable Article pair(Topic one, Topic other) {
        Article article = words("pair/" + one.name() + "-" + other.name());
        return article != null ? article : words("pair/" + other.name() + "-" + one.name());
    }

    /**
     * The words about a finding, still with placeholders: see {@link Article#with}.
     *
     * @throws IllegalArgumentException when there are none
     */
    public Article findingArticle(String id) {
        Article article = article(new FindingTopic(id));
        if (article == null) {
            throw new IllegalArgumentException("no words about the finding " + id);
        }
        return article;
    }

    /** The facts about a code, or null when the tables do not have it. */
    public @Nullable Facts facts(Topic topic) {
        if (topic instanceof ReplyCodeTopic reply) {
            return replyFacts(reply.code());
        }
        return topic instanceof EnhancedCodeTopic enhanced ? enhancedFacts(enhanced.code()) : null;
    }

    public @Nullable ReplyFacts replyFacts(int code) {
        Table.Row row = Table.load(REPLY_CODES).row(Integer.toString(code));
        return row == null ? null : ReplyFacts.of(row);
    }

    public @Nullable EnhancedFacts enhancedFacts(EnhancedStatusCode code) {
        Table.Row row = Table.load(ENHANCED_CODES).row(code.topic());
        return row == null ? null : EnhancedFacts.of(row, code);
    }

    /** The facts about an extension, or null when the table does not have it. */
    public @Nullable ExtensionFacts extension(String keyword) {
        Table.Row row = Table.load(EXTENSIONS).row(keyword);
        return row == null ? null : ExtensionFacts.of(row);
    }

    /** The facts about a login mechanism, or null when the table does not have it. */
    public @Nullable MechanismFacts mechanism(String name) {
        Table.Row row = Table.load(MECHANISMS).row(name);
        return row == null ? null : MechanismFacts.of(row);
    }

    /** Replies with this code as servers send them. */
    public List<Example> examples(Topic topic) {
        Table table = Table.load("examples.tsv");
        boolean enhanced = topic instanceof EnhancedCodeTopic;
        boolean listed = enhanced && facts(topic) != null;
        List<Table.Row> rows = topic instanceof EnhancedCodeTopic code
                // A code of one vendor has no rows of its own, but may stand in those of its reply code.
                ? listed ? table.rows(code.code().topic()) : table.rows()
                : table.rows(topic.name());
        List<Example> examples = new ArrayList<>();
        for (Table.Row row : rows) {
            Example example = Example.of(row);
            if (!enhanced || example.mentions(topic.name())) {
                examples.add(example);
            }
        }
        return examples;
    }

    /** The provider or product that a whole reply is known from, or null. */
    public @Nullable ProviderMatch provider(Codes codes) {
        return codes.bare() || !codes.isNegative() ? null : providers().best(codes);
    }

    /** The provider or product that an error message without any code is known from, or null. */
    public @Nullable ProviderMatch provider(String message) {
        return providers().best("", null, message);
    }

    /** What providers and products mean by an enhanced status code. */
    public List<ProviderReply> providers(EnhancedStatusCode code) {
        List<ProviderReply> named = new ArrayList<>();
        for (ProviderReply row : providers().rows()) {
            if (row.names(code)) {
                named.add(row);
            }
        }
        return named;
    }

    /** All that is known of what providers and products mean. */
    public List<ProviderReply> providerReplies() {
        return providers().rows();
    }

    /** The words about a reply of a provider, with the provider as their title. */
    public Article article(ProviderReply row) {
        for (String tag : language.tags()) {
            String resource = "kb/" + tag + "/provider/" + row.file() + ".md";
            byte[] bytes = Resources.read(resource);
            Article article = bytes == null
                    ? null
                    : ProviderWords.of(row, tag, resource, new String(bytes, StandardCharsets.UTF_8));
            if (article != null) {
                return article;
            }
        }
        throw new IllegalStateException("no words about " + row.id());
    }

    /** The words about a provider: how to log in ({@code DO}), and what is good to know ({@code ELSE}). */
    public Article article(MailService service) {
        return required("service/" + service.id());
    }

    private ProviderReplies providers() {
        ProviderReplies loaded = providers;
        if (loaded == null) {
            loaded = ProviderReplies.load();
            providers = loaded;
        }
        return loaded;
    }

    /** What the first digit of a reply code says (RFC 5321 4.2.1): {@code 2} to {@code 5}. */
    public Article replyClass(int digit) {
        return required("digits/" + digit + "yz");
    }

    /** What the second digit of a reply code says, or null where RFC 5321 says nothing. */
    public @Nullable Article replyCategory(int digit) {
        return words("digits/x" + digit + "z");
    }

    /** What the class of an enhanced status code says (RFC 3463 3.1): {@code 2}, {@code 4} or {@code 5}. */
    public Article enhancedClass(int digit) {
        return required("digits/" + digit + ".x.x");
    }

    /** What the subject of an enhanced status code says, or null where RFC 3463 says nothing. */
    public @Nullable Article enhancedSubject(int subject) {
        return words("digits/x." + subject + ".x");
    }

    /** The title of a document that facts refer to. */
    public String documentTitle(String document) {
        Table.Row row = Table.load("references.tsv").row(document);
        if (row == null) {
            throw new IllegalArgumentException("unknown document " + document);
        }
        return row.get("title");
    }

    /**
     * One sentence about a reply: from its enhanced code where that is negative and says more than the class, otherwise
     * from its reply code.
     */
    public String oneLine(Reply reply) {
        EnhancedStatusCode code = reply.enhanced();
        if (code != null && code.classDigit() != 2 && !code.topic().equals("0.0")) {
            Article article = article(new EnhancedCodeTopic(code));
            if (article != null) {
                return article.firstSentence();
            }
        }
        Article article = article(new ReplyCodeTopic(reply.code().value()));
        return (article != null ? article : replyClass(reply.code().value() / 100)).firstSentence();
    }

    /** All reply codes of the tables. */
    public List<ReplyFacts> replyCodes() {
        List<ReplyFacts> all = new ArrayList<>();
        for (Table.Row row : Table.load(REPLY_CODES).rows()) {
            all.add(ReplyFacts.of(row));
        }
        return all;
    }

    /** All enhanced status codes of the tables, once for each class that makes sense. */
    public List<EnhancedFacts> enhancedCodes() {
        List<EnhancedFacts> all = new ArrayList<>();
        for (Table.Row row : Table.load(ENHANCED_CODES).rows()) {
            for (String digit : row.list("classes")) {
                EnhancedStatusCode code = EnhancedStatusCode.parse(digit + "." + row.get("code"));
                if (code != null) {
                    all.add(EnhancedFacts.of(row, code));
                }
            }
        }
        return all;
    }

    /** All extensions of the tables. */
    public List<ExtensionFacts> extensions() {
        List<ExtensionFacts> all = new ArrayList<>();
        for (Table.Row row : Table.load(EXTENSIONS).rows()) {
            all.add(ExtensionFacts.of(row));
        }
        return all;
    }

    /** All login mechanisms of the tables. */
    public List<MechanismFacts> mechanisms() {
        List<MechanismFacts> all = new ArrayList<>();
        for (Table.Row row : Table.load(MECHANISMS).rows()) {
            all.add(MechanismFacts.of(row));
        }
        return all;
    }

    private Article required(String item) {
        Article article = words(item);
        if (article == null) {
            throw new IllegalStateException("missing resource kb/en/" + item + ".md");
        }
        return article;
    }

    private @Nullable Article words(String item) {
        for (String tag : language.tags()) {
            String resource = "kb/" + tag + "/" + item + ".md";
            byte[] bytes = Resources.read(resource);
            if (bytes != null) {
                return ArticleParser.parse(tag, resource, new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return null;
    }
}
