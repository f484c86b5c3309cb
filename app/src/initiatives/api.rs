//! For programs: a case's figures beside the lines they come from, so that anybody can recompute them.

use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::InitiativeId;
use domain::initiatives::{DRAWS, Initiative, Line, Premises, SEED};
use serde_json::{Value, json};

use super::case::worth::premises;
use super::sheet;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![page("/api/v1/initiatives/{initiative}/calculation", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(Json(figures(initiative, &premises(&view, initiative))).into_response())
}

/// The lines of a case, what they are calculated on, and every figure that follows; money in öre.
pub fn figures(initiative: &Initiative, premises: &Premises) -> Value {
    let case = &initiative.case;
    let line = |line: Line<'_>| {
        let class = match line {
            Line::Cost(_) => json!("cost"),
            Line::Benefit(benefit) => json!(benefit.class),
        };
        let time = match line {
            Line::Benefit(benefit) => json!(benefit.time),
            Line::Cost(_) => Value::Null,
        };
        json!({"key": line.key(), "class": class, "spans": line.spans(), "time": time})
    };
    let worth = case.calculation(premises).map(|worth| {
        json!({"cost": worth.cost, "green": worth.green, "both": worth.both, "uplift": worth.uplift, "uplifted": worth.uplifted,
            "ratio": worth.ratio, "payback": worth.payback, "discounted_payback": worth.discounted_payback})
    });
    let spread = case.spread(premises).map(|spread| {
        json!({"p10": spread.p10, "p50": spread.p50, "p90": spread.p90, "low": spread.low, "high": spread.high, "bins": spread.bins, "loss": spread.loss})
    });
    let swings: Vec<Value> =
        case.sensitivity(premises).iter().map(|swing| json!({"key": swing.line.key(), "worst": swing.worst, "best": swing.best})).collect();
    json!({
        "initiative": initiative.id.as_str(),
        "premises": {"rate": premises.rate, "uplift": premises.uplift},
        "draws": DRAWS,
        "seed": SEED,
        "lines": case.lines().map(line).collect::<Vec<_>>(),
        "worth": worth,
        "spread": spread,
        "sensitivity": swings,
    })
}
