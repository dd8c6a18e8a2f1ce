"""Two tiny stance classifiers in the form that exporters write: config.json, tokenizer.json, an ONNX file.

Run: pip install onnx==1.23.2 && python test/contract/make_tiny_onnx.py
The same bytes come out each time. Both say how friendly the words around the target are: the weight of a word halves
with every word between it and the target. `pair` takes the target as its second text; in `marked` it stands in the
text between [T] and [/T]. The words are few and chosen by hand.
"""

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto as T
from onnx import checker, helper, numpy_helper

FOLDER = Path(__file__).parent / "fixtures" / "onnx"
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[T]", "[/T]"]
TARGETS = ["china", "japan", "китай", "япония", "俄", "罗", "斯", "it"]
AGAINST = ["lied", "shameful", "betrayal", "condemns", "обманул", "позор", "骗", "耻"]
FAVOR = ["helped", "praises", "thanks", "favor", "помог", "спасибо", "谢", "赞"]
PLAIN = ["met", "today", "but", "and", "us", "the", "a", "to", ".", ",", "но", "и", "нам", "今", "天"]
# A word whose weights are no numbers, and one that the tokenizer knows and the model does not.
BROKEN, BEYOND = "notanumber", "beyond"
VOCABULARY = [*SPECIAL, *TARGETS, *AGAINST, *FAVOR, *PLAIN, BROKEN, BEYOND]


def weights(order):
    """Rows of class weights, one per token but the last, in the order of the model's labels."""
    table = np.zeros((len(VOCABULARY) - 1, 3), np.float32)
    for token, row in zip(VOCABULARY, table):
        row[order.index("favor")] = 4.0 * (token in FAVOR)
        row[order.index("against")] = 4.0 * (token in AGAINST)
        if token == BROKEN:
            row[:] = np.nan
    return table


def node(kind, inputs, output, **attributes):
    return helper.make_node(kind, inputs, [output], **attributes)


def constant(name, value, kind):
    return numpy_helper.from_array(np.array(value, kind), name)


def pair_match():
    """1 at each token of the first text that is also a token of the second."""
    return [
        node("Greater", ["input_ids", "last_special"], "is_word"),
        node("Equal", ["token_type_ids", "one"], "is_second"),
        node("And", ["is_word", "is_second"], "is_target"),
        node("Unsqueeze", ["input_ids", "axis_1"], "ids_row"),
        node("Unsqueeze", ["input_ids", "axis_2"], "ids_column"),
        node("Equal", ["ids_column", "ids_row"], "is_same"),
        node("Unsqueeze", ["is_target", "axis_1"], "target_row"),
        node("And", ["is_same", "target_row"], "is_named"),
        node("Cast", ["is_named"], "named", to=T.FLOAT),
        node("ReduceMax", ["named"], "named_here", axes=[2], keepdims=0),
        node("Equal", ["token_type_ids", "zero"], "is_first"),
        node("Cast", ["is_first"], "first", to=T.FLOAT),
        node("Mul", ["named_here", "first"], "match"),
    ]


def marked_match():
    """1 at each opening marker."""
    return [
        node("Equal", ["input_ids", "marker"], "is_marker"),
        node("Cast", ["is_marker"], "match", to=T.FLOAT),
        node("Cast", ["attention_mask"], "first", to=T.FLOAT),
    ]


def scores():
    """Sums the weights of the words of the first text, each by its distance to the nearest places of the target."""
    return [
        node("Shape", ["input_ids"], "shape"),
        node("Gather", ["shape", "one"], "length", axis=0),
        node("Range", ["zero", "length", "one"], "places"),
        node("Unsqueeze", ["places", "axis_0"], "places_row"),
        node("Unsqueeze", ["places", "axis_1"], "places_column"),
        node("Sub", ["places_row", "places_column"], "signed_distance"),
        node("Abs", ["signed_distance"], "distance"),
        node("Cast", ["distance"], "distance_float", to=T.FLOAT),
        node("Pow", ["half", "distance_float"], "nearness"),
        node("MatMul", ["match", "nearness"], "near"),
        node("Cast", ["attention_mask"], "mask", to=T.FLOAT),
        node("Mul", ["near", "mask"], "near_masked"),
        node("Mul", ["near_masked", "first"], "weight"),
        node("Unsqueeze", ["weight", "axis_2"], "weight_column"),
        node("Gather", ["table", "input_ids"], "rows", axis=0),
        node("Mul", ["rows", "weight_column"], "token_logits"),
    ]


def total():
    return [
        node("ReduceSum", ["token_logits", "axis_1"], "sum", keepdims=0),
        node("Add", ["sum", "bias"], "logits"),
    ]


def write(path, match, order, output, beside=False):
    names = ["input_ids", "attention_mask"] + (["token_type_ids"] if match is pair_match else [])
    inputs = [helper.make_tensor_value_info(name, T.INT64, ["batch", "length"]) for name in names]
    shape = ["batch", 3] if output == "logits" else ["batch", "length", 3]
    bias = np.array([0.25 * (label == "neither") for label in order], np.float32)
    used = [
        constant("one", 1, np.int64),
        constant("zero", 0, np.int64),
        constant("last_special", len(SPECIAL) - 1, np.int64),
        constant("marker", SPECIAL.index("[T]"), np.int64),
        *(constant(f"axis_{axis}", [axis], np.int64) for axis in (0, 1, 2)),
        constant("half", 0.5, np.float32),
        numpy_helper.from_array(weights(order), "table"),
        numpy_helper.from_array(bias, "bias"),
    ]
    nodes = [*match(), *scores(), *(total() if output == "logits" else [])]
    named = {name for one in nodes for name in one.input}
    graph = helper.make_graph(
        nodes,
        "tiny-stance",
        inputs,
        [helper.make_tensor_value_info(output, T.FLOAT, shape)],
        [tensor for tensor in used if tensor.name in named],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    checker.check_model(model, full_check=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    if beside:
        (path.parent / f"{path.name}_data").unlink(missing_ok=True)
        onnx.save(model, path, save_as_external_data=True, location=f"{path.name}_data", size_threshold=100)
    else:
        path.write_bytes(model.SerializeToString(deterministic=True))


def write_json(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_tokenizer(folder):
    ids = {token: i for i, token in enumerate(VOCABULARY)}
    special = lambda token, kind: {"SpecialToken": {"id": token, "type_id": kind}}
    text = lambda name, kind: {"Sequence": {"id": name, "type_id": kind}}
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    single = [special("[CLS]", 0), text("A", 0), special("[SEP]", 0)]
    tokenizer = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [{"id": ids[token], "content": token, **flags} for token in SPECIAL],
        "normalizer": {
            "type": "BertNormalizer",
            "clean_text": True,
            "handle_chinese_chars": True,
            "strip_accents": False,
            "lowercase": True,
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": single,
            "pair": [*single, text("B", 1), special("[SEP]", 1)],
            "special_tokens": {
                token: {"id": token, "ids": [ids[token]], "tokens": [token]} for token in ("[CLS]", "[SEP]")
            },
        },
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": ids,
        },
    }
    write_json(folder / "tokenizer.json", tokenizer)
    write_json(folder / "tokenizer_config.json", {"tokenizer_class": "BertTokenizer", "model_max_length": 128})


def main():
    names = {
        "pair": {"favor": "positive", "against": "negative", "neither": "neutral"},
        "marked": {"against": "AGAINST", "neither": "NONE", "favor": "FAVOR"},
    }
    for folder, match in (("pair", pair_match), ("marked", marked_match)):
        order = list(names[folder])
        write(FOLDER / folder / "onnx" / "model.onnx", match, order, "logits")
        config = {
            "architectures": ["BertForSequenceClassification"],
            "model_type": "bert",
            "id2label": {str(i): names[folder][label] for i, label in enumerate(order)},
            "max_position_embeddings": 128,
        }
        write_json(FOLDER / folder / "config.json", config)
        write_tokenizer(FOLDER / folder)
    write(FOLDER / "pair" / "onnx" / "per-token.onnx", pair_match, list(names["pair"]), "token_logits")
    write(FOLDER / "pair" / "onnx" / "beside.onnx", pair_match, list(names["pair"]), "logits", beside=True)


main()
