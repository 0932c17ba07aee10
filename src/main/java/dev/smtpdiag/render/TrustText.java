package dev.smtpdiag.render;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.transcript.TrustView;
import java.util.List;
import java.util.Optional;

/** What each trust store makes of a chain, a row each. */
final class TrustText {

    private final Messages messages;

    TrustText(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param valid whether the chain is valid by what this probe trusts, so that a store that does not trust it is only
     *     remarkable
     */
    List<Row> rows(List<TrustView> views, boolean valid) {
        return views.stream()
                .map(view -> new Row(
                        view.trusts() ? Row.Sign.GOOD : valid ? Row.Sign.WARN : Row.Sign.BAD,
                        messages.get("step.trust"),
                        line(view),
                        Optional.empty(),
                        List.of()))
                .toList();
    }

    String line(TrustView view) {
        String store = messages.get("trust." + view.kind().id(), Neutral.text(view.place()));
        return view.trusts()
                ? messages.get("trust.trusted", store, Neutral.text(view.authority()))
                : messages.get("trust.not-trusted", store);
    }
}
