"""Makes what the tests of engines/onnx read: python3 tiny_models.py ../resources/dev/avow/engines/onnx

Needs onnx, numpy and tokenizers (PyPI); 1.23, 2.4 and 0.23 made what is committed. No download, no
randomness: the same versions write the same files.

tiny-bert     a network that knows a few words: each token's embedding times a matrix, and its mask
tiny-roberta  a tokenizer of the other kind, without a network
vectors.json  what the tokenizers library makes of some texts: token ids and places
"""

import json
import pathlib
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

LABELS = ["O", "B-MISC", "I-MISC", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
ROLES = {
    "john": "B-PER", "maria": "B-PER", "smith": "I-PER", "schmidt": "I-PER", "##son": "I-PER",
    "muller": "I-PER", "acme": "B-ORG", "corp": "I-ORG", "paris": "B-LOC", "new": "B-LOC",
    "york": "I-LOC", "english": "B-MISC", "smi": "I-PER", "##thers": "I-PER",
}
OTHERS = (
    "works at in lives and the is speaks , . ! ' - 山 田 ##s a b c d ##a ##b ##c ##d ##e e user".split()
)
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
TEXTS = [
    "John Smith works at ACME Corp, in Paris.",
    "maria  schmidt\tlives\nin New York!",
    "Müller and MÜLLER and Mu\u0308ller",
    "smithers smithson smiths zebra",
    "山田 john山田smith",
    "a\u0000b\u200bc\ufffdd a\u00a0b\u3000c",
    "😀 John 😀Smith",
    "[SEP] [CLS] john [MASK]",
    "d'accord l'e -- ... e-e",
    "İstanbul ẞ ﬁ Ⅻ ½ ＡＣＭＥ",
    "abcd" * 40 + " john",
    "",
    "   ",
    " leading and trailing  ",
    "it's we'll I'M they've 'quoted' ''s",
    "x1y2 12345 3.14 10,000 € £5 C++ #a @b",
    "line\n\nline\r\n  line\t\tend\n",
    "naïve café — “quotes” … ＜html＞",
]


def tiny_bert(folder):
    vocabulary = SPECIAL + list(ROLES) + [w for w in OTHERS if w not in ROLES]
    tokenizer = Tokenizer(
        models.WordPiece({w: i for i, w in enumerate(vocabulary)}, unk_token="[UNK]")
    )
    tokenizer.add_special_tokens(SPECIAL)
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    config = {
        "model_type": "bert",
        "max_position_embeddings": 24,
        "id2label": {str(i): label for i, label in enumerate(LABELS)},
    }
    (folder / "config.json").write_text(json.dumps(config) + "\n")

    # An embedding that is a role turned by an invertible matrix, and the matrix that turns it back.
    size = len(LABELS)
    turn = np.array(
        [[np.cos(np.pi * (i + 0.5) * j / size) for j in range(size)] for i in range(size)],
        dtype=np.float64,
    )
    roles = np.zeros((len(vocabulary), size))
    for i, word in enumerate(vocabulary):
        roles[i, LABELS.index(ROLES.get(word, "O"))] = 1
    embedding = (roles @ turn).astype(np.float32)
    classifier = (6 * np.linalg.inv(turn)).astype(np.float32)
    ids = ["batch", "sequence"]
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["embedding", "input_ids"], ["embedded"]),
            helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
            helper.make_node("Unsqueeze", ["mask", "last"], ["wide"]),
            helper.make_node("Mul", ["embedded", "wide"], ["masked"]),
            helper.make_node("MatMul", ["masked", "classifier"], ["product"]),
            helper.make_node("Add", ["product", "bias"], ["logits"]),
        ],
        "tiny",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, ids)
            for name in ("input_ids", "attention_mask")
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ids + [size])],
        [
            numpy_helper.from_array(embedding, "embedding"),
            numpy_helper.from_array(classifier, "classifier"),
            numpy_helper.from_array(np.full(size, 0.25, dtype=np.float32), "bias"),
            numpy_helper.from_array(np.array([-1], dtype=np.int64), "last"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, str(folder / "model.onnx"))
    return tokenizer


def tiny_roberta(folder):
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator(
        TEXTS * 3,
        trainers.BpeTrainer(
            vocab_size=360,
            special_tokens=["<s>", "<pad>", "</s>", "<unk>"],
            initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
            show_progress=False,
        ),
    )
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    return tokenizer


def vectors(tokenizers):
    """Without special tokens; places in code points."""
    rows = []
    for name, tokenizer in tokenizers.items():
        # A special token's name in a text is not its token here: a text cannot steer the network.
        for text in TEXTS:
            if "[" in text:
                continue
            encoded = tokenizer.encode(text, add_special_tokens=False)
            rows.append(
                {
                    "tokenizer": name,
                    "text": text,
                    "ids": encoded.ids,
                    "starts": [start for start, _ in encoded.offsets],
                    "ends": [end for _, end in encoded.offsets],
                    "words": encoded.word_ids,
                }
            )
    return rows


def main(to):
    made = {
        "tiny-bert": tiny_bert(to / "tiny-bert"),
        "tiny-roberta": tiny_roberta(to / "tiny-roberta"),
    }
    lines = ",\n".join(json.dumps(row) for row in vectors(made))
    (to / "vectors.json").write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
