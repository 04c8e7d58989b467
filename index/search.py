"""The one door for reading: text -> [Match], opened read-only."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import quote

from index import interpreting, naming, ranking
from index.analysis import LEXICON_DIR, Analysis, shared_analysis
from index.asking import Asked, asked
from index.backends import Backend, Hit, Only, Reading
from index.backends.opening import open_backend
from index.calibration import Calibration, calibration, features
from index.disclosure import Citation, Disclosure, Match, Passage, Validity
from index.embedding import Embedder, EmbeddingFailure
from index.evidence import weigh_evidence
from index.keys import key
from index.ledger import passage_validity, validity_of, with_text
from index.pairing import Pair
from index.repeals import binds, nature
from index.vectors import Vector

_BY_WORDS, _BY_MEANING = 60, 30  # candidates that are looked at closely
_POOL = 3  # for long lists: what belongs in them may stand further down by its words alone
_LOG = logging.getLogger(__name__)


Explained = tuple[Match, dict[str, float]]


class Index:
    """Everything that can be asked of the published disclosures. Raises IndexFailure."""

    def __init__(
        self,
        backend: Backend,
        analysis: Analysis,
        page_url: str = "",
        embedder: Embedder | None = None,
        sureness: Calibration | None = None,
    ) -> None:
        self._backend, self._analysis, self._page_url = backend, analysis, page_url
        self._embedder, self._sureness = embedder, sureness

    def find(
        self,
        text: str,
        *,
        limit: int = 10,
        within: Sequence[str] = (),
        today: date | None = None,
    ) -> tuple[Match, ...]:
        """Passages for ``text`` (at most 500 characters count), likeliest answer first."""
        return tuple(m for m, _ in self.explain(text, limit=limit, within=within, today=today))

    def explain(
        self,
        text: str,
        *,
        limit: int = 10,
        within: Sequence[str] = (),
        today: date | None = None,
    ) -> list[tuple[Match, dict[str, float]]]:
        """As ``find``, with the evidence that each match's confidence comes from."""
        reading = self._backend.reading()
        question = asked(text, self._analysis, reading.frequencies, reading.passage_count)
        found, similarities = self._candidates(reading, question, limit, Only(ids=tuple(within)))
        question = ranking.without_places(question, found)
        order = ranking.ranked(question, weigh_evidence(question, found, similarities))
        day = today or date.today()
        states = self._states(reading, found, day)
        ruling = [r for r in order if _competes(r.hit.disclosure, states[r.hit.disclosure.id])]
        rivals = [r for r in ruling if not ranking.unnamed_district(text, r.hit)]
        told = [(r, features(question, r, rivals, order)) for r in order[:limit]]
        for r, _ in told:
            passage, of = r.hit.passage, r.hit.disclosure
            states[passage.id] = passage_validity(reading, passage, of, states[of.id], day)
        matches = [(self._match(question, r, seen, states), seen) for r, seen in told]
        return self._clause(text, reading, matches, within, day)[:limit]

    def _clause(
        self,
        text: str,
        reading: Reading,
        matches: list[Explained],
        within: Sequence[str],
        today: date,
    ) -> list[Explained]:
        """The matches behind the article that the question names (民法典第十三条), if it does."""
        found = None if within else naming.named_article(text, reading)
        if found is None:
            return matches
        law, label = found
        passages = reading.passages(law.id)
        wanted = next((p for p in passages if p.article == label), None)
        if wanted is None and law.title.endswith(label):
            wanted = next(iter(passages), None)
        if wanted is None:
            return matches
        best = max((m.score for m, _ in matches), default=0.0) + 1.0
        whole = validity_of(reading, law, today)
        cited = self._cite(wanted, law, passage_validity(reading, wanted, law, whole, today))
        rest = [(m, seen) for m, seen in matches if m.passage.id != wanted.id]
        return [(Match(wanted, cited, best, 1.0), {}), *rest]

    def _candidates(
        self, reading: Reading, question: Asked, limit: int, only: Only
    ) -> tuple[list[Hit], dict[str, float]]:
        """What words and what vectors find, and how near in meaning each of it is."""
        found = reading.search(question.weights, max(_BY_WORDS, _POOL * limit), only)
        vector = self.embed(question.text)
        if vector is None:
            return found, {}
        known = {h.passage.id for h in found}
        near = reading.nearest(vector, max(_BY_MEANING, limit), only)
        found += [h for h in near if h.passage.id not in known]
        return found, reading.similarities(vector, {h.digest for h in found})

    def embed(self, text: str) -> Vector | None:
        """The question's vector, kept for its search; None where search goes by words."""
        if self._embedder is None:
            return None
        try:
            return self._embedder.query(text)
        except EmbeddingFailure as failure:  # words alone still answer; the operator is told
            _LOG.warning("%s", failure)
            return None

    def disclosure(self, disclosure_id: str) -> Disclosure | None:
        """One disclosure with its text, or None if it is not (or no longer) published."""
        reading = self._backend.reading()
        for found in reading.by_key("id", key(disclosure_id)):
            return with_text(found, reading.text(found.id))
        return None

    def named(self, number_or_title: str) -> tuple[Disclosure, ...]:
        """Disclosures with this document number, index number or title (without text)."""
        return naming.named(number_or_title, self._backend.reading())

    def law_named(self, text: str) -> Disclosure | None:
        """The document named before an article in ``text``; None where articles stand alone."""
        found = naming.named_article(text, self._backend.reading())
        return None if found is None or found[0].title.endswith(found[1]) else found[0]

    def nearest_numbers(self, number: str) -> tuple[Disclosure, ...]:
        """Disclosures whose number is nearest to one that is not published (at most three)."""
        return naming.nearest_numbers(number, self._backend.reading())

    def passages(self, disclosure_id: str) -> tuple[Passage, ...]:
        """All passages of one disclosure, in the order of the text."""
        return self._backend.reading().passages(disclosure_id)

    def interpretations(self, disclosure_id: str) -> tuple[Disclosure, ...]:
        """Official interpretations of one disclosure (without text), the surest first."""
        reading = self._backend.reading()
        for policy in reading.by_key("id", key(disclosure_id)):
            return interpreting.interpretations(reading, policy)
        return ()

    def pairings(self) -> tuple[tuple[Disclosure, Pair | None], ...]:
        """Every interpretation with the policy it explains, how sure that is, and why."""
        return tuple(interpreting.pairings(self._backend.reading()))

    def replacement(self, validity: Validity) -> Citation | None:
        """The document (cited as a whole) that replaced one with this validity, if published."""
        named = validity.replaced_by
        reading = self._backend.reading()
        found = reading.by_key("id", key(named)) or list(self.named(named)) if named else []
        for newer in found[:1]:
            return self.citation(Passage(newer.id, 1, ""), newer)
        return None

    def explained_by(self, interpretation: Disclosure) -> Disclosure | None:
        """The policy that an interpretation explains, if it is published here."""
        pair = interpreting.policy_of(self._backend.reading(), interpretation)
        return pair.policy if pair else None

    def recent(self, *, limit: int = 20, kind: str = "") -> tuple[Disclosure, ...]:
        """Newest disclosures (without text), of one kind if given."""
        found = self._backend.reading().disclosures()
        return tuple([d for d in found if not kind or d.kind == kind][:limit])

    def validity(self, disclosure_id: str, today: date | None = None) -> Validity:
        """Validity of one disclosure on a day. Raises KeyError if it is not published."""
        reading = self._backend.reading()
        for found in reading.by_key("id", key(disclosure_id)):
            return validity_of(reading, found, today or date.today())
        raise KeyError(disclosure_id)

    def citation(self, passage: Passage, of: Disclosure, today: date | None = None) -> Citation:
        """How ``passage`` of the disclosure ``of`` is cited."""
        reading, day = self._backend.reading(), today or date.today()
        whole = validity_of(reading, of, day)
        return self._cite(passage, of, passage_validity(reading, passage, of, whole, day))

    @property
    def disclosure_count(self) -> int:
        """How many disclosures are published."""
        return self._backend.reading().disclosure_count

    def _states(self, reading: Reading, hits: Sequence[Hit], today: date) -> dict[str, Validity]:
        """Validity of every hit's disclosure, each judged once."""
        found = {h.disclosure.id: h.disclosure for h in hits}
        return {i: validity_of(reading, d, today) for i, d in found.items()}

    def _match(
        self,
        question: Asked,
        found: ranking.Ranked,
        evidence: Mapping[str, float],
        states: Mapping[str, Validity],
    ) -> Match:
        hit = found.hit
        sure = (self._sureness or calibration()).probability(evidence)
        cited = self._cite(hit.passage, hit.disclosure, states[hit.passage.id])
        lacking = ranking.missing(question, hit)
        return Match(hit.passage, cited, found.score, sure, lacking, found.mirrors)

    def _cite(self, passage: Passage, of: Disclosure, validity: Validity) -> Citation:
        local = (
            f"{self._page_url}/documents/{quote(of.id)}/#p{passage.ordinal}"
            if self._page_url
            else ""
        )
        return Citation(
            disclosure_id=of.id,
            title=of.title,
            number=of.number,
            article=passage.article,
            issuer=of.issuer,
            published=of.published,
            effective=of.effective,
            validity=validity,
            url=of.url or local,
            kind=of.kind,
            region=of.region,
            nature=nature(of),
            level=of.level,
        )


def open_index(
    folder: str | Path,
    *,
    page_url: str = "",
    lexicon_dir: Path = LEXICON_DIR,
    embedder: Embedder | None = None,
) -> Index:
    """The index in ``folder``; ``page_url`` is where documents without an address are shown.

    Without an ``embedder`` the search goes by words alone. Opening is cheap and touches nothing:
    a missing index is reported when it is first asked.
    """
    analysis = shared_analysis(lexicon_dir)
    return Index(open_backend(folder, analysis.version, embedder), analysis, page_url, embedder)


def _competes(disclosure: Disclosure, validity: Validity) -> bool:
    """Whether a document could be the answer instead: an explanation or an old version can't."""
    return validity.status.may_be_cited_as_current and binds(disclosure)
